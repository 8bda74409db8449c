import { generateEntityId, MedusaError } from "@medusajs/framework/utils"

import { Amount, toAmount, toDecimal } from "../domain/money"
import { AvailableCommission, PayoutPart } from "../domain/payout"
import { Account, EntryType, planTransfer } from "../domain/posting"
import { followPayout } from "../sql/payout-batch-items"
import { BalanceKey, lockBalances } from "./balances"
import { post, refreshCommissions, sourceKey } from "./entries"
import { rowsOf, StaleStateError, Trx } from "./transaction"

export type PayoutStatus =
  "pending" | "processing" | "paid" | "failed" | "canceled"

/** A payout as read under the lock of its balance. */
export interface LockedPayout extends BalanceKey {
  id: string
  display_id: number
  amount: Amount
  /** What came back of it after it was paid. */
  returned_amount: Amount
  returned_at: Date | null
  /** What the affiliate can spend, at this moment. */
  available: Amount
  status: PayoutStatus
  provider: string
  idempotency_key: string
  /** What the provider calls it, where it has said so. */
  reference: string | null
  /** Part of every source key: money that came back can go out again. */
  attempt: number
}

/** What became of a request to move a payout on. */
export interface PayoutMove {
  id: string
  affiliate_id: string
  status: PayoutStatus
  /** False when it already was what was asked for. */
  changed: boolean
  /** Whether money of it came back just now. */
  returned?: boolean
  /** Whether it became known with that that it had been paid. */
  paid_too?: boolean
}

export const moved = (
  { id, affiliate_id }: LockedPayout,
  status: PayoutStatus,
  changed = true
): PayoutMove => ({ id, affiliate_id, status, changed })

const notFound = (id: string): MedusaError =>
  new MedusaError(
    MedusaError.Types.NOT_FOUND,
    `Payout with id: ${id} was not found`
  )

/**
 * Locks a payout's balance, then reads the payout: from then on nothing can
 * move it or its money before this transaction ends.
 *
 * @param affiliate_id only that affiliate's payout; another's is not found
 * @throws not_found
 */
export const lockPayout = async (
  trx: Trx,
  id: string,
  affiliate_id?: string
): Promise<LockedPayout> => {
  // Whose it is and in which currency never changes: safe to read before the lock.
  const [key] = await rowsOf<BalanceKey>(
    trx,
    `SELECT affiliate_id, currency_code FROM affiliate_payout WHERE id = :id`,
    { id }
  )
  if (!key || (affiliate_id && key.affiliate_id !== affiliate_id)) {
    throw notFound(id)
  }
  const [balance] = [...(await lockBalances(trx, [key])).values()]
  const [row] = await rowsOf<
    Omit<LockedPayout, "amount" | "returned_amount" | "available"> & {
      amount: string
      returned_amount: string
    }
  >(
    trx,
    `SELECT id, display_id, affiliate_id, currency_code, amount::text, status,
            provider, idempotency_key, reference, attempt, returned_amount::text, returned_at
       FROM affiliate_payout WHERE id = :id
        FOR NO KEY UPDATE`,
    { id }
  )
  return {
    ...row,
    amount: toAmount(row.amount),
    returned_amount: toAmount(row.returned_amount),
    available: balance.sums.available,
  }
}

/** What cannot be done with a payout as it stands. */
export const notAllowed = (payout: LockedPayout, what: string): MedusaError =>
  new MedusaError(
    MedusaError.Types.NOT_ALLOWED,
    `Payout ${payout.display_id} is ${payout.status} and cannot be ${what}`
  )

/**
 * Writes the new status, only over the one that was read. The lock already
 * keeps others out; this holds even where somebody forgets it.
 */
export const setStatus = async (
  trx: Trx,
  payout: LockedPayout,
  assignments: string,
  bindings: Record<string, unknown> = {}
): Promise<void> => {
  const [now] = await rowsOf<{ id: string; status: PayoutStatus }>(
    trx,
    `UPDATE affiliate_payout SET ${assignments}, updated_at = now()
      WHERE id = :id AND status = :status_was
     RETURNING id, status`,
    { ...bindings, id: payout.id, status_was: payout.status }
  )
  if (!now) {
    throw new StaleStateError(
      `Payout ${payout.id} is no longer ${payout.status}`
    )
  }
  if (now.status !== payout.status) {
    await followPayout(trx, now)
  }
}

/** The parts of commissions inside a payout, in a stable order. */
export const itemsOf = async (
  trx: Trx,
  payout_id: string
): Promise<PayoutPart[]> => {
  const rows = await rowsOf<{ commission_id: string; amount: string }>(
    trx,
    `SELECT commission_id, amount::text
       FROM affiliate_payout_item
      WHERE payout_id = :payout_id AND deleted_at IS NULL
      ORDER BY commission_id`,
    { payout_id }
  )
  return rows.map((row) => ({ ...row, amount: toAmount(row.amount) }))
}

/** Replaces what a payout is made of; the parts add up to its amount. */
export const putItems = async (
  trx: Trx,
  payout_id: string,
  parts: PayoutPart[]
): Promise<void> => {
  await trx.raw(
    `DELETE FROM affiliate_payout_item
      WHERE payout_id = :payout_id AND deleted_at IS NULL`,
    { payout_id }
  )
  await trx.raw(
    `INSERT INTO affiliate_payout_item (id, payout_id, commission_id, amount)
     SELECT id, :payout_id, commission_id, amount
       FROM unnest(:ids::text[], :commissions::text[], :amounts::numeric[])
            AS d (id, commission_id, amount)`,
    {
      payout_id,
      ids: parts.map(() => generateEntityId(undefined, "affpitem")),
      commissions: parts.map((part) => part.commission_id),
      amounts: parts.map((part) => toDecimal(part.amount)),
    }
  )
}

/** The affiliate's commissions with money, or a debt, in the available account. */
export const availableCommissions = async (
  trx: Trx,
  { affiliate_id, currency_code }: BalanceKey
): Promise<AvailableCommission[]> => {
  const rows = await rowsOf<{
    commission_id: string
    available: string
    released_at: Date
  }>(
    trx,
    `SELECT e.commission_id, e.available::text,
            coalesce(c.released_at, c.created_at) AS released_at
       FROM (SELECT commission_id, sum(amount) AS available
               FROM affiliate_entry
              WHERE affiliate_id = :affiliate_id
                AND currency_code = :currency_code
                AND account = 'available' AND deleted_at IS NULL
              GROUP BY commission_id
             HAVING sum(amount) <> 0) e
       JOIN affiliate_commission c ON c.id = e.commission_id`,
    { affiliate_id, currency_code }
  )
  return rows.map((row) => ({ ...row, available: toAmount(row.available) }))
}

/**
 * Moves a payout's money between two accounts, one pair of entries for each
 * part, and brings the commissions in line.
 */
export const transferParts = async (
  trx: Trx,
  payout: Pick<
    LockedPayout,
    "id" | "affiliate_id" | "currency_code" | "attempt"
  >,
  parts: PayoutPart[],
  transfer: { from: Account; to: Account; type: EntryType }
): Promise<void> => {
  await postTransfer(trx, payout, parts, transfer)
  await refreshCommissions(
    trx,
    parts.map((part) => part.commission_id)
  )
}

/** As {@link transferParts}, and leaves the commissions to the caller. */
export const postTransfer = async (
  trx: Trx,
  payout: Pick<
    LockedPayout,
    "id" | "affiliate_id" | "currency_code" | "attempt"
  >,
  parts: PayoutPart[],
  { from, to, type }: { from: Account; to: Account; type: EntryType }
): Promise<void> =>
  post(
    trx,
    parts.flatMap(({ commission_id, amount }) =>
      planTransfer(from, to, amount, type, payout.id).map((movement) => ({
        ...movement,
        affiliate_id: payout.affiliate_id,
        currency_code: payout.currency_code,
        commission_id,
        source_key: sourceKey(
          `${type}:${commission_id}:${payout.attempt}`,
          movement
        ),
      }))
    )
  )
