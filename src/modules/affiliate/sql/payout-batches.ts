import { generateEntityId } from "@medusajs/framework/utils"

import { Amount, toDecimal } from "../domain/money"
import {
  ApprovalsNeeded,
  BatchApproval,
  BatchStatus,
  batchStatusesBefore,
} from "../domain/payout-batches/states"
import { rowsOf, StaleStateError, Trx } from "../ledger/transaction"

/** How long whoever works on a batch may be silent before somebody else takes it over. */
const LEASE = "interval '2 minutes'"

/** A batch as its own transactions see it. */
export interface BatchRow {
  id: string
  display_id: number
  program_id: string | null
  currency_code: string
  provider: string | null
  status: BatchStatus
  created_by: string | null
  scheduled_for: Date | null
  approvals_needed: 0 | ApprovalsNeeded
  approvals: BatchApproval[]
  item_count: number
  prepared_after: string
}

const COLUMNS = `id, display_id, program_id, currency_code, provider, status, created_by,
  scheduled_for, approvals_needed, approvals, item_count, prepared_after`

export interface NewBatch {
  program_id: string | null
  currency_code: string
  provider: string | null
  created_by: string | null
  scheduled_for: Date | null
  approvals_needed: 0 | ApprovalsNeeded
}

/**
 * Makes a draft, which its maker goes on to fill. Of one schedule, currency and
 * moment there is one for ever (unique key).
 *
 * @returns its id; `null` = there is one already
 */
export const insertBatch = async (
  trx: Trx,
  batch: NewBatch
): Promise<string | null> => {
  const [row] = await rowsOf<{ id: string }>(
    trx,
    `INSERT INTO affiliate_payout_batch
            (id, program_id, currency_code, provider, created_by, scheduled_for,
             approvals_needed, lease_until)
     VALUES (:id, :program_id, :currency_code, :provider, :created_by, :scheduled_for,
             :approvals_needed, now() + ${LEASE})
     ON CONFLICT (program_id, currency_code, scheduled_for)
        WHERE scheduled_for IS NOT NULL AND deleted_at IS NULL DO NOTHING
     RETURNING id`,
    { ...batch, id: generateEntityId(undefined, "affbatch") }
  )
  return row?.id ?? null
}

/** @returns `null` = there is no such batch */
export const lockBatch = async (
  trx: Trx,
  id: string
): Promise<BatchRow | null> => {
  const [row] = await rowsOf<BatchRow>(
    trx,
    `SELECT ${COLUMNS} FROM affiliate_payout_batch
      WHERE id = :id AND deleted_at IS NULL FOR NO KEY UPDATE`,
    { id }
  )
  return row ?? null
}

const MOMENTS: Partial<Record<BatchStatus, string>> = {
  approved: "approved_at",
  running: "started_at",
  finished: "finished_at",
  canceled: "canceled_at",
}

/** Moves a locked batch on, and notes when. */
export const setBatchStatus = async (
  trx: Trx,
  id: string,
  to: BatchStatus
): Promise<void> => {
  const moment = MOMENTS[to]
  const rows = await rowsOf(
    trx,
    `UPDATE affiliate_payout_batch
        SET status = :to, updated_at = now(), last_error = NULL
            ${moment ? `, ${moment} = now()` : ""}
            ${to === "running" ? "" : ", runner = NULL, lease_until = NULL"}
      WHERE id = :id AND status = ANY(:before)
     RETURNING id`,
    { id, to, before: batchStatusesBefore(to) }
  )
  if (!rows.length) {
    throw new StaleStateError(`Payout batch ${id} cannot become ${to}`)
  }
}

/** Writes down how far the preparing of a draft has come. */
export const notePrepared = async (
  trx: Trx,
  id: string,
  page: {
    after: string
    count: number
    amount: Amount
    not_due_count: number
    not_due_amount: Amount
  }
): Promise<void> => {
  await trx.raw(
    `UPDATE affiliate_payout_batch
        SET prepared_after = :after,
            item_count = item_count + :count,
            amount = amount + :amount::numeric,
            not_due_count = not_due_count + :not_due_count,
            not_due_amount = not_due_amount + :not_due_amount::numeric,
            lease_until = now() + ${LEASE}, updated_at = now()
      WHERE id = :id AND status = 'draft'`,
    {
      ...page,
      id,
      amount: toDecimal(page.amount),
      not_due_amount: toDecimal(page.not_due_amount),
    }
  )
}

export const setApprovals = async (
  trx: Trx,
  id: string,
  approvals: BatchApproval[]
): Promise<void> => {
  await trx.raw(
    `UPDATE affiliate_payout_batch
        SET approvals = :approvals::jsonb, updated_at = now() WHERE id = :id`,
    { id, approvals: JSON.stringify(approvals) }
  )
}

/**
 * Takes a batch to work on it, or goes on: nobody else does meanwhile. A
 * canceled one is taken for what is still under way of it.
 *
 * @returns `null` = it is somebody else's, or nothing is to be done
 */
export const takeBatch = async (
  trx: Trx,
  id: string,
  runner: string
): Promise<BatchRow | null> => {
  const [row] = await rowsOf<BatchRow>(
    trx,
    `UPDATE affiliate_payout_batch
        SET runner = :runner, lease_until = now() + ${LEASE}, updated_at = now(),
            started_at = CASE WHEN status = 'approved' THEN now() ELSE started_at END,
            status = CASE WHEN status = 'approved' THEN 'running' ELSE status END
      WHERE id = :id AND status IN ('approved', 'running', 'canceled') AND deleted_at IS NULL
        AND (lease_until IS NULL OR lease_until < now() OR runner = :runner)
     RETURNING ${COLUMNS}`,
    { id, runner }
  )
  return row ?? null
}

/** Lets go of a batch that is not done with: the job takes it up again. */
export const leaveBatch = async (
  trx: Trx,
  input: { id: string; runner: string; error: string | null }
): Promise<void> => {
  await trx.raw(
    `UPDATE affiliate_payout_batch
        SET runner = NULL, lease_until = NULL, last_error = :error, updated_at = now()
      WHERE id = :id AND runner = :runner`,
    input
  )
}

/** Whoever worked on it is taken for gone. Were they not, nothing would be sent twice: the ledger sees to that. */
export const freeBatch = async (trx: Trx, id: string): Promise<void> => {
  await trx.raw(
    `UPDATE affiliate_payout_batch
        SET runner = NULL, lease_until = NULL, updated_at = now() WHERE id = :id`,
    { id }
  )
}

/** Batches that wait to be taken up: being prepared, approved, running, or canceled with something under way. */
export const batchesToTakeUp = async (
  trx: Trx,
  limit: number
): Promise<{ id: string; status: BatchStatus }[]> =>
  rowsOf(
    trx,
    `SELECT b.id, b.status FROM affiliate_payout_batch b
      WHERE b.deleted_at IS NULL AND (b.lease_until IS NULL OR b.lease_until < now())
        AND (b.status IN ('draft', 'approved', 'running')
             OR (b.status = 'canceled' AND EXISTS (
                   SELECT 1 FROM affiliate_payout_batch_item i
                    WHERE i.batch_id = b.id AND i.status = 'requested')))
      ORDER BY b.created_at
      LIMIT :limit`,
    { limit }
  )

/** A draft that came to nothing: it is as if it had not been made. */
export const deleteDraft = async (trx: Trx, id: string): Promise<void> => {
  await trx.raw(
    `DELETE FROM affiliate_payout_batch_item i USING affiliate_payout_batch b
      WHERE b.id = i.batch_id AND b.id = :id AND b.status = 'draft'`,
    { id }
  )
  await trx.raw(
    `DELETE FROM affiliate_payout_batch WHERE id = :id AND status = 'draft'`,
    { id }
  )
}
