import { PayoutSchedule } from "../domain/payout-batches/schedule"
import { rowsOf, Trx } from "../ledger/transaction"

export interface ScheduledProgram {
  id: string
  schedule: PayoutSchedule
  next_at: Date
}

/** Programs whose schedule is due, each for one caller only until its transaction ends. */
export const lockDueSchedules = async (
  trx: Trx,
  limit: number
): Promise<ScheduledProgram[]> =>
  rowsOf<ScheduledProgram>(
    trx,
    `SELECT id, payout_schedule AS schedule, payout_schedule_next_at AS next_at
       FROM affiliate_program
      WHERE payout_schedule IS NOT NULL AND payout_schedule_next_at <= now()
        AND deleted_at IS NULL
      ORDER BY payout_schedule_next_at
      LIMIT :limit
        FOR NO KEY UPDATE SKIP LOCKED`,
    { limit }
  )

/** The currencies that affiliates of a program have money in. */
export const currenciesWithMoney = async (
  trx: Trx,
  program_id: string
): Promise<string[]> => {
  const rows = await rowsOf<{ currency_code: string }>(
    trx,
    `SELECT DISTINCT b.currency_code
       FROM affiliate a JOIN affiliate_balance b ON b.affiliate_id = a.id
      WHERE a.program_id = :program_id AND a.deleted_at IS NULL
        AND b.available > 0 AND b.deleted_at IS NULL
      ORDER BY 1`,
    { program_id }
  )
  return rows.map(({ currency_code }) => currency_code)
}

export const setNextRun = async (
  trx: Trx,
  program_id: string,
  next_at: Date
): Promise<void> => {
  await trx.raw(
    `UPDATE affiliate_program SET payout_schedule_next_at = :next_at WHERE id = :program_id`,
    { program_id, next_at }
  )
}
