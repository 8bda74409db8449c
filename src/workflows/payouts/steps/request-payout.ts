import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type AffiliateModuleService from "../../../modules/affiliate/service"
import type { RequestPayoutInput } from "../../../modules/affiliate/service-layers/payouts"

/**
 * Sets the money aside. Entries stay for ever, so undoing this cancels the
 * payout, which gives the money back with entries of its own.
 */
export const requestPayoutStep = createStep(
  "affiliate-request-payout",
  async (input: RequestPayoutInput, { container }) => {
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    const { id } = await service.requestPayout(input)
    return new StepResponse({ id, affiliate_id: input.affiliate_id }, id)
  },
  async (id, { container }) => {
    if (!id) {
      return
    }
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    await service.cancelPayout({ id })
  }
)
