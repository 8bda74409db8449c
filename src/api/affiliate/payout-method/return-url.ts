import { MedusaRequest } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import { allowedDestination } from "../../../modules/affiliate/domain/links/destination"
import type AffiliateModuleService from "../../../modules/affiliate/service"
import { allowedHosts } from "../../utils/allowed-hosts"
import { backendAddress } from "../../utils/backend-address"

/**
 * Where a provider sends the affiliate back to: the page that was asked for, on
 * the portal's host or one that links may lead to, or else the portal's own.
 *
 * @throws invalid_data naming the hosts
 */
export const returnAddress = (
  req: MedusaRequest,
  asked: string | null | undefined
): string => {
  const service: AffiliateModuleService = req.scope.resolve(AFFILIATE_MODULE)
  const portal = (
    service.portalOptions().url ?? `${backendAddress(req)}/affiliate/portal`
  ).replace(/\/$/, "")
  if (!asked) {
    return `${portal}/payouts/method`
  }
  const hosts = [...new Set([...allowedHosts(req.scope), new URL(portal).host])]
  const url = allowedDestination(asked, hosts)
  if (!url) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `Field 'return_url' must lead to ${hosts.join(" or ")}`
    )
  }
  return url.href
}
