import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type AffiliateModuleService from "../../../modules/affiliate/service"

export interface EraseCustomerStepInput {
  customer_id: string
  reason: string
}

/** Takes a customer off all that the plugin knows. Has no compensation: what was erased is gone. */
export const eraseCustomerStep = createStep(
  "affiliate-erase-customer-step",
  async (input: EraseCustomerStepInput, { container }) => {
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    return new StepResponse(await service.eraseCustomer(input))
  }
)
