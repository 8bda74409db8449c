import { Amount, toDecimal } from "../domain/money"
import { BalanceKey } from "./balances"
import { itemsOf, postTransfer } from "./payout-rows"
import { rowsOf, StaleStateError, Trx } from "./transaction"

/**
 * Cancels payouts that a clawback leaves nothing of: all their items go back
 * to available. For a transaction that holds the locks of the balances and
 * posts the clawback after.
 *
 * @returns the commissions whose money moved, to be refreshed by the caller
 * @throws StaleStateError when one of them is no longer pending
 */
export const cancelPayoutsInTrx = async (
  trx: Trx,
  payout_ids: string[]
): Promise<string[]> => {
  const touched = new Set<string>()
  for (const id of [...new Set(payout_ids)].sort()) {
    const [payout] = await rowsOf<BalanceKey & { id: string; attempt: number }>(
      trx,
      `UPDATE affiliate_payout
          SET status = 'canceled', canceled_at = now(), updated_at = now()
        WHERE id = :id AND status = 'pending'
       RETURNING id, affiliate_id, currency_code, attempt`,
      { id }
    )
    if (!payout) {
      throw new StaleStateError(`Payout ${id} is no longer pending`)
    }
    const parts = await itemsOf(trx, id)
    await postTransfer(trx, payout, parts, {
      from: "requested",
      to: "available",
      type: "payout_canceled",
    })
    parts.forEach((part) => touched.add(part.commission_id))
  }
  return [...touched]
}

/**
 * Lowers a pending payout and its item of one commission by what a clawback
 * takes out of it. Writes no entry: the caller posts the clawback itself, in
 * the same transaction, with the balances locked.
 *
 * @param amount by how much, positive and less than the payout's own amount
 * @throws StaleStateError when the payout is no longer pending or holds less
 */
export const lowerPayoutItemInTrx = async (
  trx: Trx,
  payout_id: string,
  commission_id: string,
  amount: Amount
): Promise<void> => {
  if (amount.lte(0)) {
    throw new RangeError("lowerPayoutItemInTrx: amount must be positive")
  }
  const lowered = await rowsOf<{ id: string }>(
    trx,
    `WITH payout AS (
       UPDATE affiliate_payout SET amount = amount - :amount::numeric, updated_at = now()
        WHERE id = :payout_id AND status = 'pending' AND amount > :amount::numeric
       RETURNING id
     )
     UPDATE affiliate_payout_item i
        SET amount = i.amount - :amount::numeric, updated_at = now()
       FROM payout p
      WHERE i.payout_id = p.id AND i.commission_id = :commission_id
        AND i.deleted_at IS NULL AND i.amount >= :amount::numeric
     RETURNING i.id`,
    { payout_id, commission_id, amount: toDecimal(amount) }
  )
  if (lowered.length !== 1) {
    throw new StaleStateError(
      `Payout ${payout_id} cannot be lowered by ${toDecimal(amount)} of ${commission_id}`
    )
  }
}
