import {
  AuthenticatedMedusaRequest,
  MedusaRequest,
} from "@medusajs/framework/http"
import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import { allowedDestination } from "../../../modules/affiliate/domain/links/destination"
import type AffiliateModuleService from "../../../modules/affiliate/service"
import { allowedHosts } from "../../utils/allowed-hosts"

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

/** Puts beside each link where to follow it and what it brought. */
export const withFigures = async <Link extends { id: string; slug?: string }>(
  req: MedusaRequest,
  links: Link[]
) => {
  const service: AffiliateModuleService = req.scope.resolve(AFFILIATE_MODULE)
  const figures = new Map(
    (await service.linkFigures(links.map(({ id }) => id))).map(
      ({ id, clicks, orders }) => [id, { clicks, orders }]
    )
  )
  return links.map((link) => ({
    ...link,
    ...(link.slug === undefined ? {} : { url: addressOfLink(req, link.slug) }),
    ...(figures.get(link.id) ?? { clicks: 0, orders: 0 }),
  }))
}

/** @throws not_found, also for another affiliate's link */
export const retrieveLink = async (
  req: AuthenticatedMedusaRequest,
  id: string,
  fields: string[]
) => {
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const {
    data: [link],
  } = await query.graph({
    entity: "affiliate_link",
    fields: [...new Set(["id", ...fields])],
    filters: { id, affiliate_id: req.auth_context.actor_id },
  })
  if (!link) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `There is no link ${id}`)
  }
  const [answer] = await withFigures(req, [link])
  return answer
}

/** @throws invalid_data naming the hosts that are allowed */
export const checkDestination = (
  req: MedusaRequest,
  address: string | undefined
): void => {
  const hosts = allowedHosts(req.scope)
  if (address !== undefined && !allowedDestination(address, hosts)) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      hosts.length
        ? `Field 'destination_url' must lead to ${hosts.join(" or ")}`
        : "Field 'destination_url' leads to no host that is allowed: the store has none (plugin option allowed_hosts)"
    )
  }
}
