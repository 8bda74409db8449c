import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type AffiliateModuleService from "../../../modules/affiliate/service"
import type { NewCartTouch } from "../../../modules/affiliate/sql/cart-touches"

/** Adds to what a cart remembers; undone, it remembers what it did before. */
export const rememberTouchStep = createStep(
  "affiliate-remember-touch",
  async (input: NewCartTouch, { container }) => {
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    const { before, touch } = await service.rememberTouch(input)
    return new StepResponse(
      { before, touch },
      { cart_id: input.cart_id, before }
    )
  },
  async (remembered, { container }) => {
    if (!remembered) {
      return
    }
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    if (remembered.before) {
      await service.putBackTouch(remembered.before)
    } else {
      await service.forgetTouch(remembered.cart_id)
    }
  }
)
