import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type AffiliateModuleService from "../../../modules/affiliate/service"

/** Deletes a program with its tiers; undone, they are back. */
export const removeProgramStep = createStep(
  "affiliate-remove-program",
  async ({ id }: { id: string }, { container }) => {
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    const tier_ids = await service.removeProgram(id)
    return new StepResponse({ id }, { id, tier_ids })
  },
  async (removed, { container }) => {
    if (!removed) {
      return
    }
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    await service.restoreAffiliatePrograms([removed.id])
    await service.restoreAffiliateTiers(removed.tier_ids)
  }
)
