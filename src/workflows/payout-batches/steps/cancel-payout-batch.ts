import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type AffiliateModuleService from "../../../modules/affiliate/service"

/** Ends a batch; an end is not undone, so there is no compensation. */
export const cancelPayoutBatchStep = createStep(
  "affiliate-cancel-payout-batch",
  async ({ id }: { id: string }, { container }) => {
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    await service.cancelPayoutBatch(id)
    return new StepResponse({ id })
  }
)
