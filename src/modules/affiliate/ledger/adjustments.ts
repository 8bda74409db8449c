import { generateEntityId, MedusaError } from "@medusajs/framework/utils"

import { Amount, toDecimal } from "../domain/money"
import { BalanceKey, lockBalances } from "./balances"
import { post, refreshCommissions, sourceKey } from "./entries"
import { rowsOf, Trx } from "./transaction"

export interface Adjustment extends BalanceKey {
  /** Major units, not zero; negative takes money back, into debt if need be. */
  amount: Amount
  reason: string
}

/**
 * Books an amount by hand: a commission without an order, available at once.
 *
 * @returns the commission's id
 * @throws not_found for an unknown affiliate
 */
export const createAdjustment = async (
  trx: Trx,
  { affiliate_id, currency_code, amount, reason }: Adjustment
): Promise<string> => {
  if (amount.isZero()) {
    throw new RangeError("createAdjustment: amount must not be zero")
  }
  const [affiliate] = await rowsOf<{ program_id: string }>(
    trx,
    `SELECT program_id FROM affiliate WHERE id = :affiliate_id AND deleted_at IS NULL`,
    { affiliate_id }
  )
  if (!affiliate) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Affiliate with id: ${affiliate_id} was not found`
    )
  }
  const key = { affiliate_id, currency_code }
  await lockBalances(trx, [key])
  const id = generateEntityId(undefined, "affcom")
  await trx.raw(
    `INSERT INTO affiliate_commission
            (id, affiliate_id, program_id, kind, currency_code, amount, original_amount,
             status, available_at, released_at, payable, reason)
     VALUES (:id, :affiliate_id, :program_id, 'adjustment', :currency_code, :amount::numeric,
             :amount::numeric, 'available', now(), now(), true, :reason)`,
    {
      id,
      affiliate_id,
      program_id: affiliate.program_id,
      currency_code,
      amount: toDecimal(amount),
      reason,
    }
  )
  const movement = {
    account: "available",
    amount,
    type: "manual_adjustment",
    payout_id: null,
  } as const
  await post(trx, [
    {
      ...key,
      ...movement,
      commission_id: id,
      source_key: sourceKey(`manual_adjustment:${id}`, movement),
    },
  ])
  await refreshCommissions(trx, [id])
  return id
}
