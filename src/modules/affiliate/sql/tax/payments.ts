import { rowsOf, Trx } from "../../ledger/transaction"

/** SQL: the bounds of a calendar year in UTC, from a column of time. */
const inYear = (column: string): string =>
  `${column} >= make_timestamptz(:year::int, 1, 1, 0, 0, 0, 'UTC')
   AND ${column} < make_timestamptz(:year::int + 1, 1, 1, 0, 0, 0, 'UTC')`

/** SQL: what was paid, and what came back; a debt netted in a payout is part of what was paid. */
const PAID = `coalesce(sum(e.amount) FILTER (WHERE e.type = 'payout_paid'), 0)`
const RETURNED = `coalesce(-sum(e.amount) FILTER (WHERE e.type <> 'payout_paid'), 0)`

/** What an affiliate was paid in a calendar year in one currency, less what came back in it. */
export const netPaidInYear = async (
  trx: Trx,
  of: { affiliate_id: string; currency_code: string; year: number }
): Promise<string> => {
  const [{ net }] = await rowsOf<{ net: string }>(
    trx,
    `SELECT coalesce(sum(e.amount), 0)::text AS net
       FROM affiliate_entry e
      WHERE e.affiliate_id = :affiliate_id AND e.currency_code = :currency_code
        AND e.account = 'paid' AND ${inYear("e.created_at")} AND e.deleted_at IS NULL`,
    { ...of }
  )
  return net
}

/**
 * What is out of the house, or about to be: paid in a calendar year, less what
 * came back in it, and requested. By affiliate; who is missing has nothing.
 */
export const outOfYear = async (
  trx: Trx,
  of: { affiliate_ids: string[]; currency_code: string; year: number }
): Promise<Map<string, string>> => {
  const rows = await rowsOf<{ affiliate_id: string; out: string }>(
    trx,
    `SELECT b.affiliate_id, (b.requested + coalesce(paid.net, 0))::text AS out
       FROM affiliate_balance b
       LEFT JOIN (SELECT e.affiliate_id, sum(e.amount) AS net
                    FROM affiliate_entry e
                   WHERE e.affiliate_id = ANY(:affiliate_ids)
                     AND e.currency_code = :currency_code AND e.account = 'paid'
                     AND ${inYear("e.created_at")} AND e.deleted_at IS NULL
                   GROUP BY e.affiliate_id) paid ON paid.affiliate_id = b.affiliate_id
      WHERE b.affiliate_id = ANY(:affiliate_ids) AND b.currency_code = :currency_code
        AND b.deleted_at IS NULL`,
    { ...of }
  )
  return new Map(rows.map(({ affiliate_id, out }) => [affiliate_id, out]))
}

/** What somebody was paid in a year in one currency; exact decimals. */
export interface PaymentsRow {
  affiliate_id: string
  name: string
  email: string
  country_code: string | null
  currency_code: string
  paid: string
  returned: string
  payouts: number
  backup_withholding: boolean
}

/** A page of who was paid in a calendar year, by affiliate and currency, in the order of their ids. */
export const paymentsOfYear = async (
  trx: Trx,
  page: { year: number; limit: number; offset: number }
): Promise<PaymentsRow[]> =>
  rowsOf<PaymentsRow>(
    trx,
    `SELECT paid.*, a.name, a.email, a.country_code,
            coalesce(s.backup_withholding, false) AS backup_withholding
       FROM (SELECT e.affiliate_id, e.currency_code, ${PAID}::text AS paid,
                    ${RETURNED}::text AS returned,
                    count(DISTINCT e.payout_id) FILTER (WHERE e.type = 'payout_paid')::int AS payouts
               FROM affiliate_entry e
              WHERE e.account = 'paid' AND ${inYear("e.created_at")} AND e.deleted_at IS NULL
              GROUP BY e.affiliate_id, e.currency_code
              ORDER BY e.affiliate_id, e.currency_code
              LIMIT :limit OFFSET :offset) paid
       JOIN affiliate a ON a.id = paid.affiliate_id
       LEFT JOIN affiliate_tax_standing s
         ON s.affiliate_id = paid.affiliate_id AND s.deleted_at IS NULL
      ORDER BY paid.affiliate_id, paid.currency_code`,
    { ...page }
  )

export const countPaymentsOfYear = async (
  trx: Trx,
  year: number
): Promise<number> => {
  const [{ n }] = await rowsOf<{ n: number }>(
    trx,
    `SELECT count(*)::int AS n
       FROM (SELECT 1 FROM affiliate_entry e
              WHERE e.account = 'paid' AND ${inYear("e.created_at")} AND e.deleted_at IS NULL
              GROUP BY e.affiliate_id, e.currency_code) paid`,
    { year }
  )
  return n
}
