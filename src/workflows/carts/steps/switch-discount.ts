import { MedusaContainer } from "@medusajs/framework/types"
import { PromotionActions } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { updateCartPromotionsWorkflow } from "@medusajs/medusa/core-flows"

import { promotionsOfCart } from "../promotions-of-cart"

export interface SwitchDiscountInput {
  cart_id: string
  /** Words of promotions, as they are spelt. */
  promo_codes: string[]
}

type Action = PromotionActions.ADD | PromotionActions.REMOVE

const OPPOSITE: Record<Action, Action> = {
  [PromotionActions.ADD]: PromotionActions.REMOVE,
  [PromotionActions.REMOVE]: PromotionActions.ADD,
}

/**
 * Runs Medusa's own workflow. Not as a sub-workflow: twice in one workflow it would need another name, and Medusa loses
 * what a renamed step has to be undone with. Undone here, the opposite is done for what had changed.
 */
const switchDiscountStep = (id: string, action: Action) =>
  createStep(
    id,
    async (input: SwitchDiscountInput, { container, idempotencyKey }) => {
      const before = await promotionsOfCart(input.cart_id, container)
      const isThere = (code: string) =>
        before.some((promotion) => promotion.code === code)
      const changes = input.promo_codes.filter(
        (code) => isThere(code) === (action === PromotionActions.REMOVE)
      )
      await switchDiscount(input, action, idempotencyKey, container)
      return new StepResponse({ changes }, { ...input, promo_codes: changes })
    },
    async (done, { container, idempotencyKey }) => {
      if (!done?.promo_codes.length) {
        return
      }
      await switchDiscount(done, OPPOSITE[action], idempotencyKey, container)
    }
  )

/** Gives promotions to a cart. */
export const giveDiscountStep = switchDiscountStep(
  "affiliate-give-discount",
  PromotionActions.ADD
)

/** Takes promotions from a cart. */
export const takeDiscountStep = switchDiscountStep(
  "affiliate-take-discount",
  PromotionActions.REMOVE
)

/** @param parentStepIdempotencyKey says that whoever calls holds the cart's lock already */
const switchDiscount = async (
  input: SwitchDiscountInput,
  action: Action,
  parentStepIdempotencyKey: string,
  container: MedusaContainer
): Promise<void> => {
  await updateCartPromotionsWorkflow(container).run({
    input: { ...input, action, force_refresh_payment_collection: true },
    context: { parentStepIdempotencyKey },
  })
}
