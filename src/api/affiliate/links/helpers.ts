import {
  AuthenticatedMedusaRequest,
  MedusaRequest,
} from "@medusajs/framework/http"
import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type AffiliateModuleService from "../../../modules/affiliate/service"
import { columnsOf } from "./query-config"

interface LinkRow {
  id: string
  slug: string
}

/** What visitors follow. */
export const addressOfLink = (req: MedusaRequest, slug: string): string => {
  const service: AffiliateModuleService = req.scope.resolve(AFFILIATE_MODULE)
  const base =
    service.clickOptions().links_url ??
    `${req.protocol}://${req.get("host")}${prefixOf(req)}/affiliate/r`
  return `${base.replace(/\/$/, "")}/${slug}`
}

/** What the server is mounted under, from the routes' own point of view. */
const prefixOf = (req: MedusaRequest): string =>
  req.originalUrl.slice(0, Math.max(0, req.originalUrl.indexOf("/affiliate")))

/** Links as they are answered: of what is kept, where to follow them and what they brought, what was asked for. */
export const linkAnswers = async (
  req: MedusaRequest,
  links: LinkRow[],
  fields: string[]
): Promise<Record<string, unknown>[]> => {
  const service: AffiliateModuleService = req.scope.resolve(AFFILIATE_MODULE)
  const figures = new Map(
    (await service.linkFigures(links.map(({ id }) => id))).map((of) => [
      of.id,
      of,
    ])
  )
  return links.map((link) => {
    const whole: Record<string, unknown> = {
      ...link,
      url: addressOfLink(req, link.slug),
      clicks: figures.get(link.id)?.clicks ?? 0,
      orders: figures.get(link.id)?.orders ?? 0,
    }
    const names = ["id", ...fields].filter((name) => name in whole)
    return Object.fromEntries(names.map((name) => [name, whole[name]]))
  })
}

/**
 * @param more that the link must be, beside the caller's own
 * @throws not_found, also for another affiliate's link
 */
export const findLink = async (
  req: AuthenticatedMedusaRequest,
  id: string,
  fields: string[],
  more: { archived_at?: null } = {}
): Promise<LinkRow> => {
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const {
    data: [link],
  } = await query.graph({
    entity: "affiliate_link",
    fields: columnsOf(fields),
    filters: { ...more, id, affiliate_id: req.auth_context.actor_id },
  })
  if (!link) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `There is no link ${id}`)
  }
  return link
}

/** @throws not_found, also for another affiliate's link */
export const retrieveLink = async (
  req: AuthenticatedMedusaRequest,
  id: string
) => {
  const { fields } = req.queryConfig
  const link = await findLink(req, id, fields)
  const [answer] = await linkAnswers(req, [link], fields)
  return answer
}
