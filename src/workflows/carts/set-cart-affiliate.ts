import {
  createWorkflow,
  transform,
  when,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { acquireLockStep, releaseLockStep } from "@medusajs/medusa/core-flows"

import { lockOfCart } from "./lock"
import { checkCartStep } from "./steps/check-cart"
import { CheckTouchInput, checkTouchStep } from "./steps/check-touch"
import { describeTouchStep } from "./steps/describe-touch"
import { findDiscountsStep } from "./steps/find-discounts"
import { rememberTouchStep } from "./steps/remember-touch"
import { giveDiscountStep, takeDiscountStep } from "./steps/switch-discount"

export type SetCartAffiliateWorkflowInput = CheckTouchInput

/**
 * Remembers on the server who sent a cart's shopper, and gives the cart the code's discount where it has one. A
 * new code takes the place of the one before, discount and all; a click is remembered beside it.
 *
 * @throws not_found for the cart, a code that does not work, or an unknown click; not_allowed when the cart is
 *   completed
 *
 * @example
 * const { result } = await setCartAffiliateWorkflow(container).run({
 *   input: { cart_id, code: "ada10" },
 * })
 */
export const setCartAffiliateWorkflow = createWorkflow(
  "affiliate-set-cart-affiliate",
  (input: WorkflowData<SetCartAffiliateWorkflowInput>) => {
    const lock = transform(input, ({ cart_id }) => lockOfCart(cart_id))
    acquireLockStep(lock)
    checkCartStep(transform(input, ({ cart_id }) => ({ cart_id })))
    const wanted = checkTouchStep(input)
    const remembered = rememberTouchStep(wanted)
    const discounts = findDiscountsStep(
      transform(remembered, ({ before, touch }) => ({
        code_id: touch.code_id,
        before_code_id: before?.code_id ?? null,
      }))
    )
    when(
      "the-code-before-gave-a-discount",
      discounts,
      ({ remove }) => remove.length > 0
    ).then(() => {
      takeDiscountStep(
        transform({ input, discounts }, ({ input, discounts }) => ({
          cart_id: input.cart_id,
          promo_codes: discounts.remove,
        }))
      )
    })
    when(
      "the-code-gives-a-discount",
      discounts,
      ({ add }) => add.length > 0
    ).then(() => {
      giveDiscountStep(
        transform({ input, discounts }, ({ input, discounts }) => ({
          cart_id: input.cart_id,
          promo_codes: discounts.add,
        }))
      )
    })
    const described = describeTouchStep(
      transform(remembered, ({ touch }) => ({
        cart_id: touch.cart_id,
        code_id: touch.code_id,
      }))
    )
    releaseLockStep(lock)
    return new WorkflowResponse(described)
  }
)
