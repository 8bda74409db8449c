import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type AffiliateModuleService from "../../../modules/affiliate/service"

/** Takes whoever worked on a batch for gone. Not undone: the batch is taken up again by itself. */
export const freePayoutBatchStep = createStep(
  "affiliate-free-payout-batch",
  async ({ id }: { id: string }, { container }) => {
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    return new StepResponse(await service.freePayoutBatch(id))
  }
)
