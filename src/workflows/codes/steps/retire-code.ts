import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type AffiliateModuleService from "../../../modules/affiliate/service"

export interface RetireCodeInput {
  affiliate_id: string
  /** In any letter case. */
  code: string
}

/** Ends a code; undone, it works again under the same id. */
export const retireCodeStep = createStep(
  "affiliate-retire-code",
  async (input: RetireCodeInput, { container }) => {
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    const { before, removed } = await service.retireCode(input)
    const promotion_ids = before.promotion_id ? [before.promotion_id] : []
    return new StepResponse({ id: before.id, removed, promotion_ids }, before)
  },
  async (before, { container }) => {
    if (!before) {
      return
    }
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    await service.putBackCode(before)
  }
)
