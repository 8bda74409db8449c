import { BigNumberInput, Context } from "@medusajs/framework/types"
import { MedusaContext } from "@medusajs/framework/utils"

import { toAmount } from "../domain/money"
import { Adjustment, createAdjustment } from "../ledger/adjustments"
import {
  Hold,
  holdCommission,
  restoreHold,
  unholdCommission,
} from "../ledger/holds"
import { AffiliatePayoutMethods } from "./payout-methods"

/** What a person does to commissions by hand. */
export class AffiliateAdjustmentsAndHolds extends AffiliatePayoutMethods {
  /**
   * Books an amount on an affiliate's available balance, up or down.
   *
   * @returns the commission of kind `adjustment`
   * @throws not_found for an unknown affiliate
   */
  async createAdjustment(
    {
      amount,
      ...adjustment
    }: Omit<Adjustment, "amount"> & { amount: BigNumberInput },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<{ id: string }> {
    const id = await this.transact(
      (trx) =>
        createAdjustment(trx, { ...adjustment, amount: toAmount(amount) }),
      sharedContext
    )
    return { id }
  }

  /**
   * Keeps a pending commission from being released.
   *
   * @returns what held it before
   * @throws not_found; not_allowed when it is not pending or already held
   */
  async holdCommission(
    { id, ...hold }: { id: string; source: "person" | "risk"; reason: string },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<Hold> {
    return this.transact((trx) => holdCommission(trx, id, hold), sharedContext)
  }

  /**
   * Lets a held commission be released when it is due.
   *
   * @returns what held it before
   * @throws not_found; not_allowed when it is not held
   */
  async unholdCommission(
    { id, reason }: { id: string; reason?: string | null },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<Hold> {
    return this.transact(
      (trx) => unholdCommission(trx, id, { reason: reason ?? null }),
      sharedContext
    )
  }

  /** Puts a hold back as it was, unless the commission was released meanwhile. */
  async restoreHold(
    id: string,
    hold: Hold,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<void> {
    return this.transact((trx) => restoreHold(trx, id, hold), sharedContext)
  }
}
