import { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import {
  Embedded,
  embedCodeOf,
  withCode,
} from "../../../modules/affiliate/domain/creatives/embed-code"
import { addressOfLink, findLink } from "../links/helpers"

/** Where an affiliate's creatives lead to. */
export interface Leading {
  program_id: string
  /** @returns `null` = nowhere that the affiliate would be credited for */
  urlOf: (destination_url: string) => string | null
}

interface CodeRow {
  code: string
  retired_at: Date | string | null
  created_at: Date | string
}

/**
 * Where the caller's creatives lead to: to a link of theirs, or to the
 * creatives' own pages with the caller's oldest code that works.
 *
 * @throws not_found for a link that is not there, is archived, or is another affiliate's
 */
export const leadingOf = async (
  req: AuthenticatedMedusaRequest,
  link_id: string | undefined
): Promise<Leading> => {
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const {
    data: [affiliate],
  } = await query.graph({
    entity: "affiliate",
    fields: [
      "program_id",
      "codes.code",
      "codes.retired_at",
      "codes.created_at",
    ],
    filters: { id: req.auth_context.actor_id },
  })
  const { program_id } = affiliate
  if (link_id !== undefined) {
    const { slug } = await findLink(req, link_id, [], { archived_at: null })
    const url = addressOfLink(req, slug)
    return { program_id, urlOf: () => url }
  }
  const codes: CodeRow[] = affiliate.codes ?? []
  const [oldest] = codes
    .filter(({ retired_at }) => !retired_at)
    .sort(
      (a, b) => Number(new Date(a.created_at)) - Number(new Date(b.created_at))
    )
  return {
    program_id,
    urlOf: (destination_url) =>
      oldest ? withCode(destination_url, oldest.code) : null,
  }
}

export type CreativeRow = Embedded & { destination_url: string }

/** A creative as it is answered: of what is kept, where it leads and what to embed, what was asked for. */
export const creativeAnswer = (
  creative: CreativeRow,
  { urlOf }: Leading,
  fields: string[]
): Record<string, unknown> => {
  const url = urlOf(creative.destination_url)
  const whole: Record<string, unknown> = {
    ...creative,
    url,
    embed_code: url && embedCodeOf(creative, url),
  }
  const names = ["id", ...fields].filter((name) => name in whole)
  return Object.fromEntries(names.map((name) => [name, whole[name]]))
}
