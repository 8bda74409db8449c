import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type AffiliateModuleService from "../../../modules/affiliate/service"
import type { AffiliateChanges } from "../../../modules/affiliate/service-layers/people"

export type ChangeAffiliateStepInput = { id: string } & AffiliateChanges

/** Writes what changes of an affiliate; undone, what was written over is back. */
export const changeAffiliateStep = createStep(
  "affiliate-change-affiliate",
  async ({ id, ...changes }: ChangeAffiliateStepInput, { container }) => {
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    const { undo, tier_change = null } = await service.changeAffiliate(
      id,
      changes
    )
    return new StepResponse({ id, tier_change }, { undo, tier_change })
  },
  async (changed, { container }) => {
    if (!changed) {
      return
    }
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    await service.updateAffiliates(changed.undo)
    if (changed.tier_change) {
      await service.deleteAffiliateTierChanges([changed.tier_change.id])
    }
  }
)
