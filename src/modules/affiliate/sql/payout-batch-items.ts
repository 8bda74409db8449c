import { generateEntityId } from "@medusajs/framework/utils"

import { Amount, toDecimal } from "../domain/money"
import {
  BatchItemStatus,
  FOLLOWS_ITS_PAYOUT,
  itemStatusByPayout,
  itemStatusesBefore,
} from "../domain/payout-batches/states"
import type { PayoutStatus } from "../ledger/payout-rows"
import { rowsOf, StaleStateError, Trx } from "../ledger/transaction"

/** An item as whoever works on it sees it. */
export interface BatchItemRow {
  id: string
  batch_id: string
  affiliate_id: string
  currency_code: string
  /** Exact decimal in major units. */
  amount: string
  provider: string
  status: BatchItemStatus
  payout_id: string | null
  attempts: number
}

const COLUMNS = `i.id, i.batch_id, i.affiliate_id, b.currency_code, i.amount::text, i.provider,
  i.status, i.payout_id, i.attempts`

/** Writes down who is due; whoever is in the batch already stays as they are. */
export const insertItems = async (
  trx: Trx,
  batch_id: string,
  items: { affiliate_id: string; amount: Amount; provider: string }[]
): Promise<void> => {
  await trx.raw(
    `INSERT INTO affiliate_payout_batch_item (id, batch_id, affiliate_id, amount, provider)
     SELECT id, :batch_id, affiliate_id, amount, provider
       FROM unnest(:ids::text[], :affiliates::text[], :amounts::numeric[], :providers::text[])
            AS d (id, affiliate_id, amount, provider)
     ON CONFLICT (batch_id, affiliate_id) WHERE deleted_at IS NULL DO NOTHING`,
    {
      batch_id,
      ids: items.map(() => generateEntityId(undefined, "affbitem")),
      affiliates: items.map((item) => item.affiliate_id),
      amounts: items.map((item) => toDecimal(item.amount)),
      providers: items.map((item) => item.provider),
    }
  )
}

/**
 * The next items to work on; what somebody is in the middle of is left out.
 *
 * @param except not these again
 */
export const nextItems = async (
  trx: Trx,
  input: { batch_id: string; limit: number; except: string[] }
): Promise<BatchItemRow[]> =>
  rowsOf<BatchItemRow>(
    trx,
    `SELECT ${COLUMNS}
       FROM affiliate_payout_batch_item i
       JOIN affiliate_payout_batch b ON b.id = i.batch_id
      WHERE i.batch_id = :batch_id AND i.deleted_at IS NULL
        AND i.status IN ('due', 'requested') AND i.id <> ALL(:except::text[])
      ORDER BY i.id
      LIMIT :limit
        FOR NO KEY UPDATE OF i SKIP LOCKED`,
    input
  )

/** @returns `null` = there is no such item */
export const lockItem = async (
  trx: Trx,
  id: string
): Promise<BatchItemRow | null> => {
  const [row] = await rowsOf<BatchItemRow>(
    trx,
    `SELECT ${COLUMNS}
       FROM affiliate_payout_batch_item i
       JOIN affiliate_payout_batch b ON b.id = i.batch_id
      WHERE i.id = :id AND i.deleted_at IS NULL
        FOR NO KEY UPDATE OF i`,
    { id }
  )
  return row ?? null
}

/** Moves a locked item on. */
export const moveItem = async (
  trx: Trx,
  id: string,
  to: BatchItemStatus,
  { payout_id, reason }: { payout_id?: string; reason?: string | null } = {}
): Promise<void> => {
  const rows = await rowsOf(
    trx,
    `UPDATE affiliate_payout_batch_item
        SET status = :to, payout_id = coalesce(:payout_id, payout_id), reason = :reason,
            settled_at = CASE WHEN :to = 'requested' THEN NULL ELSE now() END,
            updated_at = now()
      WHERE id = :id AND status = ANY(:before)
     RETURNING id`,
    {
      id,
      to,
      payout_id: payout_id ?? null,
      reason: reason ?? null,
      before: itemStatusesBefore(to),
    }
  )
  if (!rows.length) {
    throw new StaleStateError(`Payout batch item ${id} cannot become ${to}`)
  }
}

/**
 * Brings the item of a payout in line with what became of it after the batch had done its part: it failed at the provider
 * later, was tried again, or was canceled. What the batch still works on is left to the batch.
 */
export const followPayout = async (
  trx: Trx,
  payout: { id: string; status: PayoutStatus }
): Promise<void> => {
  await trx.raw(
    `UPDATE affiliate_payout_batch_item
        SET status = :to, settled_at = now(), updated_at = now()
      WHERE payout_id = :id AND status = ANY(:before) AND deleted_at IS NULL`,
    {
      id: payout.id,
      to: itemStatusByPayout(payout.status),
      before: FOLLOWS_ITS_PAYOUT,
    }
  )
}

/** Counts a try that broke off. */
export const countAttempt = async (
  trx: Trx,
  id: string,
  error: string
): Promise<number> => {
  const [row] = await rowsOf<{ attempts: number }>(
    trx,
    `UPDATE affiliate_payout_batch_item
        SET attempts = attempts + 1, reason = :error, updated_at = now()
      WHERE id = :id AND status IN ('due', 'requested')
     RETURNING attempts`,
    { id, error }
  )
  return row?.attempts ?? 0
}

/** Takes what was not begun out of a batch. */
export const cancelDueItems = async (
  trx: Trx,
  batch_id: string
): Promise<void> => {
  await trx.raw(
    `UPDATE affiliate_payout_batch_item
        SET status = 'canceled', reason = 'The batch was canceled', settled_at = now(),
            updated_at = now()
      WHERE batch_id = :batch_id AND status = 'due' AND deleted_at IS NULL`,
    { batch_id }
  )
}

/** Whether anything of a batch is still to be done. */
export const hasOpenItems = async (
  trx: Trx,
  batch_id: string
): Promise<boolean> => {
  const rows = await rowsOf(
    trx,
    `SELECT 1 FROM affiliate_payout_batch_item
      WHERE batch_id = :batch_id AND status IN ('due', 'requested') AND deleted_at IS NULL
      LIMIT 1`,
    { batch_id }
  )
  return rows.length > 0
}

export const payoutIdsOfBatch = async (
  trx: Trx,
  batch_id: string
): Promise<string[]> => {
  const rows = await rowsOf<{ payout_id: string }>(
    trx,
    `SELECT payout_id FROM affiliate_payout_batch_item
      WHERE batch_id = :batch_id AND payout_id IS NOT NULL AND deleted_at IS NULL`,
    { batch_id }
  )
  return rows.map(({ payout_id }) => payout_id)
}
