import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type AffiliateModuleService from "../../../modules/affiliate/service"
import type { BatchInput } from "../../../modules/affiliate/service-layers/payout-batches"

/** Looks at who is due. Writes nothing. */
export const previewPayoutBatchStep = createStep(
  "affiliate-preview-payout-batch",
  async (input: BatchInput, { container }) => {
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    return new StepResponse(await service.previewPayoutBatch(input))
  }
)
