import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type AffiliateModuleService from "../../../modules/affiliate/service"

/** Forgets what a cart remembers; undone, it remembers it again. */
export const forgetTouchStep = createStep(
  "affiliate-forget-touch",
  async ({ cart_id }: { cart_id: string }, { container }) => {
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    const before = await service.forgetTouch(cart_id)
    return new StepResponse(before, before)
  },
  async (before, { container }) => {
    if (!before) {
      return
    }
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    await service.putBackTouch(before)
  }
)
