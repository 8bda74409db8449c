import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type AffiliateModuleService from "../../../modules/affiliate/service"

export interface RemoveContractStepInput {
  id: string
  affiliate_id: string
}

/** Deletes a contract that has not started; undone, it is back. */
export const removeContractStep = createStep(
  "affiliate-remove-contract",
  async (input: RemoveContractStepInput, { container }) => {
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    await service.removeContract(input)
    return new StepResponse({ id: input.id }, input.id)
  },
  async (id, { container }) => {
    if (!id) {
      return
    }
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    await service.restoreAffiliateContracts([id])
  }
)
