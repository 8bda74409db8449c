import { rowsOf, Trx } from "../ledger/transaction"

/** Nobody changes their address this often. */
const FORMER_MAX = 5

/** The addresses that an affiliate had in the last days, by the record of changes, newest first. */
export const formerEmails = async (
  trx: Trx,
  { affiliate_id, days }: { affiliate_id: string; days: number }
): Promise<string[]> => {
  const rows = await rowsOf<{ email: string }>(
    trx,
    `SELECT c.changes -> 'email' ->> 'from' AS email
       FROM affiliate_change c
       JOIN affiliate a ON a.id = c.affiliate_id
      WHERE c.affiliate_id = :affiliate_id AND c.entity = 'affiliate' AND c.action = 'changed'
        AND c.at > now() - make_interval(days => :days::int)
        AND c.deleted_at IS NULL AND a.erased_at IS NULL
        AND lower(c.changes -> 'email' ->> 'from') <> lower(a.email)
      GROUP BY 1
      ORDER BY max(c.at) DESC
      LIMIT :limit`,
    { affiliate_id, days, limit: FORMER_MAX }
  )
  return rows.map(({ email }) => email)
}
