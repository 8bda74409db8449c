import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type AffiliateModuleService from "../../../modules/affiliate/service"
import type { ContractFields } from "../../../modules/affiliate/service-layers/contracts"

export type ChangeContractStepInput = {
  id: string
  affiliate_id: string
} & Partial<ContractFields>

/** Writes what changes of a contract; undone, what was written over is back. */
export const changeContractStep = createStep(
  "affiliate-change-contract",
  async (
    { id, affiliate_id, ...changes }: ChangeContractStepInput,
    { container }
  ) => {
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    const { undo } = await service.changeContract({ id, affiliate_id }, changes)
    return new StepResponse({ id }, undo)
  },
  async (undo, { container }) => {
    if (!undo) {
      return
    }
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    await service.updateAffiliateContracts(undo)
  }
)
