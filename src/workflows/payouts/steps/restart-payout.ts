import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type AffiliateModuleService from "../../../modules/affiliate/service"

/**
 * Moves a failed payout to processing under a new key, before its provider is
 * called. Not undone, for the same reason as a first start.
 */
export const restartPayoutStep = createStep(
  "affiliate-restart-payout",
  async (id: string, { container }) => {
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    return new StepResponse(await service.retryPayout(id))
  }
)
