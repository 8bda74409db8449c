import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { plain } from "../../utils/plain"
import { versionFields } from "./query-config"

const VERSION_FIELDS = new Set(versionFields)

/** What must be read of a rule to find its current version. */
const KEY_FIELDS = ["id", "version"]

interface FoundRule {
  id: string
  version: number
}

/** The fields of the rule's own row; what it says is in its versions. */
const fieldsOfRow = (fields: string[]): string[] => [
  ...new Set([
    ...KEY_FIELDS,
    ...fields.filter((field) => !VERSION_FIELDS.has(field)),
  ]),
]

/** Puts beside each rule what its current version says. */
const withVersions = async (
  container: MedusaContainer,
  rules: FoundRule[],
  fields: string[]
): Promise<Record<string, unknown>[]> => {
  const wanted = fields.filter((field) => VERSION_FIELDS.has(field))
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data: versions } =
    rules.length && wanted.length
      ? await query.graph({
          entity: "affiliate_rule_version",
          fields: ["rule_id", ...wanted],
          filters: {
            $or: rules.map(({ id, version }) => ({ rule_id: id, version })),
          },
        })
      : { data: [] }
  const says = new Map(
    versions.map(({ rule_id, ...version }: Record<string, unknown>) => [
      rule_id,
      version,
    ])
  )
  return rules.map((rule) =>
    plain({ ...rule, ...pick(says.get(rule.id), wanted) })
  )
}

const pick = (
  row: Record<string, unknown> | undefined,
  fields: string[]
): Record<string, unknown> =>
  Object.fromEntries(fields.map((field) => [field, row?.[field] ?? null]))

/** Rules with what their current versions say, a page of them. */
export const listRules = async (
  container: MedusaContainer,
  filters: Record<string, unknown>,
  config: { fields: string[]; pagination: object }
) => {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data, metadata } = await query.graph({
    entity: "affiliate_rule",
    filters,
    fields: fieldsOfRow(config.fields),
    pagination: config.pagination,
  })
  return {
    rules: await withVersions(
      container,
      data as unknown as FoundRule[],
      config.fields
    ),
    metadata: metadata!,
  }
}

/** @throws not_found */
export const retrieveRule = async (
  container: MedusaContainer,
  id: string,
  fields: string[]
) => {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph(
    {
      entity: "affiliate_rule",
      fields: fieldsOfRow(fields),
      filters: { id },
    },
    { throwIfKeyNotFound: true }
  )
  const [rule] = await withVersions(
    container,
    data as unknown as FoundRule[],
    fields
  )
  return rule
}
