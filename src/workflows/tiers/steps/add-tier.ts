import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type AffiliateModuleService from "../../../modules/affiliate/service"
import type { TierFields } from "../../../modules/affiliate/service-layers/terms-fields"

export type AddTierStepInput = { program_id: string } & TierFields

/** Writes a new tier; undone, it was never there. */
export const addTierStep = createStep(
  "affiliate-add-tier",
  async ({ program_id, ...fields }: AddTierStepInput, { container }) => {
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    const { id } = await service.addTier(program_id, fields)
    return new StepResponse({ id }, id)
  },
  async (id, { container }) => {
    if (!id) {
      return
    }
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    await service.deleteAffiliateTiers([id])
  }
)
