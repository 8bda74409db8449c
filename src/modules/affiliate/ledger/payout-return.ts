import { MedusaError } from "@medusajs/framework/utils"

import { Amount, fitsCurrency, min, toAmount, toDecimal } from "../domain/money"
import { ReturnablePart, spreadReturn } from "../domain/payout-return"
import { refreshCommissions, post, sourceKey } from "./entries"
import {
  LockedPayout,
  moved,
  notAllowed,
  PayoutMove,
  setStatus,
} from "./payout-rows"
import { planTransfer } from "../domain/posting"
import { rowsOf, Trx } from "./transaction"

/** Money of a paid payout that the provider gave back. */
export interface PayoutReturn {
  /** In all so far, in major units; `null` = all of it. */
  returned: Amount | null
  reason: string
}

const digitsOf = async (trx: Trx, currency_code: string): Promise<number> => {
  const [currency] = await rowsOf<{ digits: number }>(
    trx,
    `SELECT decimal_digits::int AS digits FROM currency WHERE code = :currency_code`,
    { currency_code }
  )
  if (!currency) {
    throw new MedusaError(
      MedusaError.Types.UNEXPECTED_STATE,
      `There is no currency ${currency_code}`
    )
  }
  return currency.digits
}

const returnableItems = async (
  trx: Trx,
  payout_id: string
): Promise<ReturnablePart[]> => {
  const rows = await rowsOf<{
    commission_id: string
    amount: string
    returned: string
  }>(
    trx,
    `SELECT commission_id, amount::text, returned_amount::text AS returned
       FROM affiliate_payout_item
      WHERE payout_id = :payout_id AND deleted_at IS NULL
      ORDER BY commission_id`,
    { payout_id }
  )
  return rows.map(({ commission_id, amount, returned }) => ({
    commission_id,
    amount: toAmount(amount),
    returned: toAmount(returned),
  }))
}

/**
 * Makes available again what came back of a paid payout. All of it: the payout
 * has failed. A part of it: it stays paid, and says how much came back. Told
 * twice, or told an older figure, it changes nothing.
 *
 * @param payout as locked by the caller
 * @throws not_allowed when it is not paid, invalid_data for an amount that is no money of the currency
 */
export const returnPayout = async (
  trx: Trx,
  payout: LockedPayout,
  { returned, reason }: PayoutReturn
): Promise<PayoutMove> => {
  if (payout.status === "failed" && payout.returned_at) {
    return moved(payout, "failed", false)
  }
  if (payout.status !== "paid") {
    throw notAllowed(payout, "taken back")
  }
  const digits = await digitsOf(trx, payout.currency_code)
  // Before anything is compared: what is no number is not less than anything.
  if (
    returned &&
    (!returned.isFinite() || returned.lt(0) || !fitsCurrency(returned, digits))
  ) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `amount: ${toDecimal(returned)} is no amount of ${payout.currency_code.toUpperCase()}`
    )
  }
  const total = min(returned ?? payout.amount, payout.amount)
  const more = total.minus(payout.returned_amount)
  if (more.lte(0)) {
    return moved(payout, "paid", false)
  }
  const all = total.eq(payout.amount)
  await setStatus(
    trx,
    payout,
    `returned_amount = :total::numeric, returned_at = now(), return_reason = :reason
     ${all ? ", status = 'failed', failed_at = now(), failure_reason = :reason" : ""}`,
    { total: toDecimal(total), reason }
  )
  await bookReturn(
    trx,
    payout,
    spreadReturn(await returnableItems(trx, payout.id), more, digits),
    total
  )
  return { ...moved(payout, all ? "failed" : "paid"), returned: true }
}

/** @param total what has come back in all with these parts: it names the fact, so that none is posted twice */
const bookReturn = async (
  trx: Trx,
  payout: LockedPayout,
  parts: { commission_id: string; amount: Amount }[],
  total: Amount
): Promise<void> => {
  const { id, affiliate_id, currency_code, attempt } = payout
  await trx.raw(
    `UPDATE affiliate_payout_item i
        SET returned_amount = i.returned_amount + d.amount, updated_at = now()
       FROM unnest(:commissions::text[], :amounts::numeric[]) AS d (commission_id, amount)
      WHERE i.payout_id = :id AND i.commission_id = d.commission_id AND i.deleted_at IS NULL`,
    {
      id,
      commissions: parts.map((part) => part.commission_id),
      amounts: parts.map((part) => toDecimal(part.amount)),
    }
  )
  await post(
    trx,
    parts.flatMap(({ commission_id, amount }) =>
      planTransfer("paid", "available", amount, "payout_reversed", id).map(
        (movement) => ({
          ...movement,
          affiliate_id,
          currency_code,
          commission_id,
          source_key: sourceKey(
            `payout_reversed:${commission_id}:${attempt}:${toDecimal(total)}`,
            movement
          ),
        })
      )
    )
  )
  await refreshCommissions(
    trx,
    parts.map((part) => part.commission_id)
  )
}
