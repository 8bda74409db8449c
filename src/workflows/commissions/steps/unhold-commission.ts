import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type AffiliateModuleService from "../../../modules/affiliate/service"

export interface UnholdCommissionStepInput {
  id: string
  reason?: string | null
}

/** Lets a held commission go; held again on failure, unless it was released. */
export const unholdCommissionStep = createStep(
  "affiliate-unhold-commission",
  async (input: UnholdCommissionStepInput, { container }) => {
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    const before = await service.unholdCommission(input)
    return new StepResponse({ id: input.id }, { id: input.id, before })
  },
  async (unheld, { container }) => {
    if (!unheld) {
      return
    }
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    await service.restoreHold(unheld.id, unheld.before)
  }
)
