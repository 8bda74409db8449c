import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type { TaxFormFacts } from "../../../modules/affiliate/domain/tax/form"
import type AffiliateModuleService from "../../../modules/affiliate/service"

/** Files the form; undone, it is gone again and the one before it counts. */
export const fileTaxFormStep = createStep(
  "affiliate-file-tax-form",
  async (input: TaxFormFacts & { affiliate_id: string }, { container }) => {
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    const filed = await service.fileTaxForm(input)
    return new StepResponse(filed, filed.id)
  },
  async (id, { container }) => {
    if (!id) {
      return
    }
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    await service.deleteAffiliateTaxForms([id])
  }
)
