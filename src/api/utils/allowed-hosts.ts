import { MedusaRequest } from "@medusajs/framework/http"
import { MedusaContainer } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"

import { AFFILIATE_MODULE } from "../../modules/affiliate"
import {
  allowedDestination,
  hostsOfOrigins,
} from "../../modules/affiliate/domain/links/destination"
import type AffiliateModuleService from "../../modules/affiliate/service"

let known: { origins: string; hosts: string[] } | null = null

/** Read once: they are asked for with every click. */
const hostsOf = (origins: string): string[] => {
  if (known?.origins !== origins) {
    known = { origins, hosts: hostsOfOrigins(origins) }
  }
  return known.hosts
}

/** The hosts that links may lead to: those of the option, or the storefronts of the store. */
export const allowedHosts = (container: MedusaContainer): string[] => {
  const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
  const { http } = container.resolve(
    ContainerRegistrationKeys.CONFIG_MODULE
  ).projectConfig
  return service.clickOptions().allowed_hosts ?? hostsOf(http.storeCors)
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
