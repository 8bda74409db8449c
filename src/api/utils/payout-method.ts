import { MedusaContainer } from "@medusajs/framework/types"
import { z } from "@medusajs/framework/zod"

import { AFFILIATE_MODULE } from "../../modules/affiliate"
import AffiliateModuleService from "../../modules/affiliate/service"
import { reasonText } from "./money-fields"
import { idText, webAddress } from "./text-fields"

/** What `details` hold is the provider's to say. */
export const SavePayoutMethod = z
  .object({
    provider: idText(),
    details: z.record(z.string(), z.unknown()),
  })
  .strict()
export type SavePayoutMethodType = z.infer<typeof SavePayoutMethod>

export const StartPayoutOnboarding = z
  .object({
    provider: idText(),
    /** Where the provider sends the affiliate back to; without it the portal. */
    return_url: webAddress().nullish(),
  })
  .strict()
export type StartPayoutOnboardingType = z.infer<typeof StartPayoutOnboarding>

export const EndCoolOff = z
  .object({
    /** How it was made sure that the affiliate changed the account; kept in the record of changes. */
    reason: reasonText(),
  })
  .strict()
export type EndCoolOffType = z.infer<typeof EndCoolOff>

export const RefreshPayoutMethod = z.object({}).strict()

/**
 * An affiliate's payout method, masked, and how to give an account to each
 * provider of the store.
 *
 * @throws not_found for an unknown affiliate
 */
export const readPayoutMethod = async (
  container: MedusaContainer,
  affiliate_id: string
) => {
  const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
  const affiliate = await service.retrieveAffiliate(affiliate_id, {
    select: ["id", "email"],
  })
  return {
    payout_method: await service.payoutMethodOf(affiliate_id),
    payout_providers: await service.describePayoutProviders(affiliate),
  }
}
