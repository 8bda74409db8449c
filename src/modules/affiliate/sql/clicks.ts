import { rowsOf, Trx } from "../ledger/transaction"

/** A visitor is counted once for a code in this time. */
const REPEAT_HOURS = 24

/** One recording at a time for a visitor and a code: two at once must not both be the first. */
export const lockVisitor = async (
  trx: Trx,
  visitor: { visitor_id: string; code_id: string }
): Promise<void> => {
  await trx.raw("SELECT pg_advisory_xact_lock(hashtextextended(?, 1))", [
    `${visitor.visitor_id}:${visitor.code_id}`,
  ])
}

/** Whether the visitor was counted for the code in the last 24 hours of the database's clock. */
export const wasCounted = async (
  trx: Trx,
  visitor: { visitor_id: string; code_id: string }
): Promise<boolean> => {
  const [row] = await rowsOf<{ counted: boolean }>(
    trx,
    `SELECT EXISTS (
       SELECT 1 FROM affiliate_click
        WHERE visitor_id = :visitor_id AND code_id = :code_id AND counted
          AND created_at > clock_timestamp() - make_interval(hours => ${REPEAT_HOURS})
          AND deleted_at IS NULL) AS counted`,
    visitor
  )
  return row.counted
}
