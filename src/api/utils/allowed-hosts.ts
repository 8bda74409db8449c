import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { AFFILIATE_MODULE } from "../../modules/affiliate"
import { hostsOfOrigins } from "../../modules/affiliate/domain/links/destination"
import type AffiliateModuleService from "../../modules/affiliate/service"

/** The hosts that links may lead to: those of the option, or the storefronts of the store. */
export const allowedHosts = (container: MedusaContainer): string[] => {
  const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
  const { http } = container.resolve(
    ContainerRegistrationKeys.CONFIG_MODULE
  ).projectConfig
  return service.clickOptions().allowed_hosts ?? hostsOfOrigins(http.storeCors)
}
