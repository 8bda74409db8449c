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
import { findDiscountsStep } from "./steps/find-discounts"
import { forgetTouchStep } from "./steps/forget-touch"
import { takeDiscountStep } from "./steps/switch-discount"

/**
 * Forgets who sent a cart's shopper, and takes the code's discount off the cart. Nothing to forget is fine.
 *
 * @throws not_found for the cart; not_allowed when it is completed
 */
export const clearCartAffiliateWorkflow = createWorkflow(
  "affiliate-clear-cart-affiliate",
  (input: WorkflowData<{ cart_id: string }>) => {
    const lock = transform(input, ({ cart_id }) => lockOfCart(cart_id))
    acquireLockStep(lock)
    checkCartStep(input)
    const forgotten = forgetTouchStep(input)
    const discounts = findDiscountsStep(
      transform({ forgotten }, ({ forgotten }) => ({
        code_id: null,
        before_code_id: forgotten?.code_id ?? null,
      }))
    )
    when(
      "the-code-gave-a-discount",
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
    releaseLockStep(lock)
    return new WorkflowResponse(
      transform(input, ({ cart_id }) => ({ id: cart_id }))
    )
  }
)
