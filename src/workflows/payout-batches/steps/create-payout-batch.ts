import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type AffiliateModuleService from "../../../modules/affiliate/service"
import type { BatchInput } from "../../../modules/affiliate/service-layers/payout-batches"

/** Makes a draft; undone while it still is one, it was never there. */
export const createPayoutBatchStep = createStep(
  "affiliate-create-payout-batch",
  async (
    {
      program_id,
      currency_code,
      provider,
      created_by,
    }: BatchInput & {
      created_by: string
    },
    { container }
  ) => {
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    const { id } = await service.createPayoutBatch({
      program_id,
      currency_code,
      provider,
      created_by,
    })
    return new StepResponse({ id, must_have_items: true }, id)
  },
  async (id, { container }) => {
    if (!id) {
      return
    }
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    await service.deletePayoutBatchDraft(id)
  }
)
