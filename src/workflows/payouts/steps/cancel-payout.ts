import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type AffiliateModuleService from "../../../modules/affiliate/service"

/** Gives the money back. A posted fact is not undone, so there is no compensation. */
export const cancelPayoutStep = createStep(
  "affiliate-cancel-payout",
  async (input: { id: string; affiliate_id?: string }, { container }) => {
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    return new StepResponse(await service.cancelPayout(input))
  }
)
