import { MedusaContainer, RemoteQueryInput } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { searchFilter } from "../../utils/list-params"

/** What names somebody, by the type that Medusa's authentication gives them. */
const NAMES: Record<string, { entity: string; fields: string[] }> = {
  user: { entity: "user", fields: ["id", "first_name", "last_name", "email"] },
  affiliate: { entity: "affiliate", fields: ["id", "name", "email"] },
  customer: {
    entity: "customer",
    fields: ["id", "first_name", "last_name", "email"],
  },
  "api-key": { entity: "api_key", fields: ["id", "title"] },
}

interface Named {
  id: string
  name?: string | null
  title?: string | null
  first_name?: string | null
  last_name?: string | null
  email?: string | null
}

const nameOf = (who: Named): string | null =>
  who.name ??
  who.title ??
  ([who.first_name, who.last_name].filter(Boolean).join(" ") ||
    who.email ||
    null)

interface Change {
  actor_type: string | null
  actor_id: string | null
}

/** What changes are searched by: the tables are called after what is in them. */
const SEARCHED = ["entity", "entity_id", "affiliate_id", "actor_id"]

/**
 * Recorded changes, each with who made it: `actor` is `{ type, id, name }`, the
 * name `null` for somebody who is gone, or `null` for the plugin by itself.
 *
 * @param filters with `q`, which is searched for
 */
export const listChanges = async (
  container: MedusaContainer,
  { q, ...filters }: Record<string, unknown> & { q?: string },
  config: { fields: string[]; pagination: object }
) => {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data, metadata } = await query.graph({
    entity: "affiliate_change",
    filters: { ...filters, ...searchFilter(q, SEARCHED) },
    ...config,
  } as RemoteQueryInput<"affiliate_change">)
  const changes = data as Change[]
  const names = new Map<string, string | null>()
  for (const [type, { entity, fields }] of Object.entries(NAMES)) {
    const ids = changes
      .filter(({ actor_type }) => actor_type === type)
      .flatMap(({ actor_id }) => actor_id ?? [])
    if (ids.length) {
      const { data: found } = await query.graph({
        entity,
        fields,
        filters: { id: [...new Set(ids)] },
      })
      for (const who of found as Named[]) {
        names.set(`${type}:${who.id}`, nameOf(who))
      }
    }
  }
  return {
    changes: changes.map(({ actor_type, actor_id, ...change }) => ({
      ...change,
      actor: actor_id
        ? {
            type: actor_type,
            id: actor_id,
            name: names.get(`${actor_type}:${actor_id}`) ?? null,
          }
        : null,
    })),
    count: metadata!.count,
    offset: metadata!.skip,
    limit: metadata!.take,
  }
}
