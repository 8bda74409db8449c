import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type AffiliateModuleService from "../../../modules/affiliate/service"

export interface HoldCommissionStepInput {
  id: string
  source: "person" | "risk"
  reason: string
}

/** Holds a pending commission. */
export const holdCommissionStep = createStep(
  "affiliate-hold-commission",
  async (input: HoldCommissionStepInput, { container }) => {
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    const before = await service.holdCommission(input)
    return new StepResponse({ id: input.id }, { id: input.id, before })
  },
  async (held, { container }) => {
    if (!held) {
      return
    }
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    await service.restoreHold(held.id, held.before)
  }
)
