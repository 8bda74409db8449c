import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type AffiliateModuleService from "../../../modules/affiliate/service"
import type { AffiliateFields } from "../../../modules/affiliate/service-layers/people-rules"

export type ChangeAffiliateStepInput = { id: string } & Partial<AffiliateFields>

/** Writes what changes of an affiliate; undone, what was written over is back. */
export const changeAffiliateStep = createStep(
  "affiliate-change-affiliate",
  async ({ id, ...changes }: ChangeAffiliateStepInput, { container }) => {
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    const { undo } = await service.changeAffiliate(id, changes)
    return new StepResponse({ id }, undo)
  },
  async (undo, { container }) => {
    if (!undo) {
      return
    }
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    await service.updateAffiliates(undo)
  }
)
