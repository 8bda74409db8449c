import type { TestDatabase } from "../harness/database"
import { CROWD, LONG_NAME } from "./crowd-rows"

type Database = Pick<TestDatabase, "sql">

/** The batch that everybody of the crowd is in. */
export const CROWD_BATCH = "affbatch_crowd"

const NUMBERS = `generate_series(1, ${CROWD}) AS n`

/** One a minute, the first of them the oldest. */
const AT = `now() - (${CROWD} - n) * interval '1 minute'`

/** A reason as a service may give it, the last one without a place to break. */
const REASON = `CASE WHEN n = ${CROWD} THEN '${LONG_NAME}' WHEN n % 5 = 3 THEN 'The account is closed' END`

/** A payout of everybody, four of five paid, all of them by one batch; and what the service said of each. */
export async function addPayouts(
  { sql }: Database,
  program_id: string
): Promise<void> {
  await sql(
    `INSERT INTO affiliate_payout (id, affiliate_id, currency_code, amount, status, provider, destination_masked,
                                   idempotency_key, requested_by, failure_reason, processing_at, paid_at, failed_at, created_at)
     SELECT 'affpay_crowd_' || n, 'aff_member_' || n, 'usd', n * 1.25, CASE WHEN reason IS NULL THEN 'paid' ELSE 'failed' END,
            'paypal', '{}', 'affpay_crowd_' || n || '-1', 'merchant', reason, at,
            CASE WHEN reason IS NULL THEN at END, CASE WHEN reason IS NOT NULL THEN at END, at
       FROM (SELECT n, ${REASON} AS reason, ${AT} AS at FROM ${NUMBERS}) payouts`
  )
  await sql(
    `INSERT INTO affiliate_entry (id, affiliate_id, currency_code, account, amount, type, payout_id, source_key)
     SELECT 'affent_crowd_' || n, affiliate_id, 'usd', 'paid', amount, 'payout_paid', id, 'payout_paid:' || id
       FROM (SELECT *, row_number() OVER (ORDER BY id) AS n FROM affiliate_payout
              WHERE id LIKE 'affpay_crowd_%' AND status = 'paid') paid`
  )
  await sql(
    `INSERT INTO affiliate_payout_batch (id, program_id, currency_code, status, approvals_needed, item_count, amount, finished_at)
     SELECT $1, $2, 'usd', 'finished', 1, count(*), sum(amount), now()
       FROM affiliate_payout WHERE id LIKE 'affpay_crowd_%'`,
    [CROWD_BATCH, program_id]
  )
  await sql(
    `INSERT INTO affiliate_payout_batch_item (id, batch_id, affiliate_id, amount, provider, status, payout_id, settled_at, created_at)
     SELECT 'affbitem_' || id, $1, affiliate_id, amount, provider, CASE status WHEN 'paid' THEN 'sent' ELSE 'failed' END,
            id, now(), created_at
       FROM affiliate_payout WHERE id LIKE 'affpay_crowd_%'`,
    [CROWD_BATCH]
  )
  await sql(
    `INSERT INTO affiliate_payout_notice (id, provider, event_id, type, says, payout_id, state, last_error, outcome, received_at)
     SELECT 'affnotice_crowd_' || n, 'paypal', 'WH-' || n, 'payment', CASE WHEN reason IS NULL THEN 'paid' ELSE 'failed' END,
            'affpay_crowd_' || n, CASE WHEN reason IS NULL THEN 'handled' ELSE 'failed' END, reason,
            CASE WHEN reason IS NULL THEN 'The payout is paid' END, ${AT}
       FROM (SELECT n, ${REASON} AS reason FROM ${NUMBERS}) said`
  )
}
