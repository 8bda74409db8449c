import { Context } from "@medusajs/framework/types"
import { MedusaContext } from "@medusajs/framework/utils"

import {
  addTouch,
  CartTouch,
  deleteTouch,
  NewCartTouch,
  putTouch,
  readTouch,
} from "../sql/cart-touches"
import { AffiliateIdentity } from "./identity"

/** What a cart remembers of who sent its shopper. */
export class AffiliateTouches extends AffiliateIdentity {
  /** @returns what the cart remembered before, `null` = nothing, and what it remembers now */
  async rememberTouch(
    touch: NewCartTouch,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<{ before: CartTouch | null; touch: CartTouch }> {
    return this.transact(async (trx) => {
      const before = await readTouch(trx, touch.cart_id)
      return { before, touch: await addTouch(trx, touch) }
    }, sharedContext)
  }

  /** @returns what was forgotten */
  async forgetTouch(
    cart_id: string,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<CartTouch | null> {
    return this.transact(async (trx) => {
      const before = await readTouch(trx, cart_id)
      await deleteTouch(trx, cart_id)
      return before
    }, sharedContext)
  }

  /** Undoes `rememberTouch` and `forgetTouch`. */
  async putBackTouch(
    touch: CartTouch,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<void> {
    return this.transact(async (trx) => {
      await putTouch(trx, touch)
    }, sharedContext)
  }
}
