import { Context } from "@medusajs/framework/types"
import { MedusaContext } from "@medusajs/framework/utils"

import { trxOf } from "../ledger/transaction"
import {
  addTouch,
  CartTouch,
  deleteTouch,
  NewCartTouch,
  putTouch,
  readTouch,
} from "../sql/cart-touches"
import { lockVisitor, wasCounted } from "../sql/clicks"
import { AffiliateIdentity } from "./identity"

export interface NewClick {
  affiliate_id: string
  code_id: string
  visitor_id: string | null
  sub_id: string | null
  landing_url: string | null
  referrer: string | null
  /** Recorded like anybody, never counted. */
  bot: boolean
}

export interface RecordedClick {
  id: string
  /** The visitor was counted for this code in the last 24 hours. */
  duplicate: boolean
}

/** Clicks, and what a cart remembers of who sent its shopper. */
export class AffiliateTouches extends AffiliateIdentity {
  async recordClick(
    { bot, ...click }: NewClick,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<RecordedClick> {
    return this.transact(async (_trx, context) => {
      const duplicate = await this.isRepeat_(click, context)
      const { id } = await this.createAffiliateClicks(
        { ...click, counted: !bot && !duplicate },
        context
      )
      return { id, duplicate }
    }, sharedContext)
  }

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

  private async isRepeat_(
    { visitor_id, code_id }: Pick<NewClick, "visitor_id" | "code_id">,
    context: Context
  ): Promise<boolean> {
    if (visitor_id === null) {
      return false
    }
    const trx = trxOf(context)
    await lockVisitor(trx, { visitor_id, code_id })
    return await wasCounted(trx, { visitor_id, code_id })
  }
}
