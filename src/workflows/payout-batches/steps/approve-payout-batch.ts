import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type { Actor } from "../../../modules/affiliate/actor"
import type AffiliateModuleService from "../../../modules/affiliate/service"

/** Writes down somebody's word. A word that was given is not taken back, so there is no compensation. */
export const approvePayoutBatchStep = createStep(
  "affiliate-approve-payout-batch",
  async (input: { id: string; by: Actor }, { container }) => {
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    return new StepResponse(await service.approvePayoutBatch(input))
  }
)
