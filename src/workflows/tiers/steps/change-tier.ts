import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type AffiliateModuleService from "../../../modules/affiliate/service"
import type { TierFields } from "../../../modules/affiliate/service-layers/terms-fields"

export type ChangeTierStepInput = { id: string } & Partial<TierFields>

/** Writes what changes of a tier; undone, what was written over is back. */
export const changeTierStep = createStep(
  "affiliate-change-tier",
  async ({ id, ...changes }: ChangeTierStepInput, { container }) => {
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    const { undo } = await service.changeTier(id, changes)
    return new StepResponse({ id }, undo)
  },
  async (undo, { container }) => {
    if (!undo) {
      return
    }
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    await service.updateAffiliateTiers(undo)
  }
)
