import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type AffiliateModuleService from "../../../modules/affiliate/service"

/**
 * Moves a payout to processing, before its provider is called. Not undone: once
 * the provider may have been called, only its answer can move the payout on.
 */
export const startPayoutStep = createStep(
  "affiliate-start-payout",
  async (id: string, { container }) => {
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    return new StepResponse(await service.startPayout(id))
  }
)
