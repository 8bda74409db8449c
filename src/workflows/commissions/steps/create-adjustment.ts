import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type AffiliateModuleService from "../../../modules/affiliate/service"

export interface CreateAdjustmentStepInput {
  affiliate_id: string
  currency_code: string
  amount: number
  reason: string
}

/** Books the amount. A posted fact is not undone, so there is no compensation. */
export const createAdjustmentStep = createStep(
  "affiliate-create-adjustment",
  async (input: CreateAdjustmentStepInput, { container }) => {
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    return new StepResponse(await service.createAdjustment(input))
  }
)
