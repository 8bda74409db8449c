import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type AffiliateModuleService from "../../../modules/affiliate/service"
import type { ContractFields } from "../../../modules/affiliate/service-layers/contracts"

export type AddContractStepInput = { affiliate_id: string } & ContractFields

/** Writes a new contract; undone, it was never there. */
export const addContractStep = createStep(
  "affiliate-add-contract",
  async ({ affiliate_id, ...fields }: AddContractStepInput, { container }) => {
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    const { id } = await service.addContract(affiliate_id, fields)
    return new StepResponse({ id }, id)
  },
  async (id, { container }) => {
    if (!id) {
      return
    }
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    await service.deleteAffiliateContracts([id])
  }
)
