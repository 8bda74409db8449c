import { Days } from "../domain/figures/days"
import { StatementEntry } from "../domain/figures/movements"
import { toAmount } from "../domain/money"
import { ACCOUNTS, AccountSums } from "../domain/posting"
import { rowsOf, Trx } from "../ledger/transaction"

/** Whose ledger, and in which money. */
export interface LedgerOf {
  affiliate_id: string
  currency_code: string
}

const SUMS_BY_ACCOUNT = ACCOUNTS.map(
  (account) =>
    `coalesce(sum(amount) FILTER (WHERE account = '${account}'), 0)::text AS ${account}`
).join(", ")

/** Where an affiliate's accounts stood at the beginning of a day in UTC, by the ledger. */
export const readSumsBefore = async (
  trx: Trx,
  { affiliate_id, currency_code }: LedgerOf,
  day: string
): Promise<AccountSums> => {
  const [row] = await rowsOf<Record<keyof AccountSums, string>>(
    trx,
    `SELECT ${SUMS_BY_ACCOUNT}
       FROM affiliate_entry
      WHERE affiliate_id = :affiliate_id AND currency_code = :currency_code
        AND created_at < :day::date::timestamp AT TIME ZONE 'utc' AND deleted_at IS NULL`,
    { affiliate_id, currency_code, day }
  )
  return {
    pending: toAmount(row.pending),
    available: toAmount(row.available),
    requested: toAmount(row.requested),
    paid: toAmount(row.paid),
  }
}

/** The entry to go on after. */
export type EntryCursor = Pick<StatementEntry, "at" | "id">

/**
 * A page of an affiliate's entries of some days, in the order of their time.
 * An erased affiliate's orders and payouts go by their numbers, as ever.
 */
export const readStatementEntries = async (
  trx: Trx,
  { affiliate_id, currency_code }: LedgerOf,
  days: Days,
  after: EntryCursor | null,
  limit: number
): Promise<StatementEntry[]> =>
  rowsOf<StatementEntry>(
    trx,
    `SELECT e.id, to_char(e.created_at AT TIME ZONE 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at,
            e.account, e.amount::text, e.type, e.commission_id, e.payout_id,
            c.kind, c.order_display_id, p.display_id AS payout_display_id, c.reason
       FROM affiliate_entry e
       LEFT JOIN affiliate_commission c ON c.id = e.commission_id
       LEFT JOIN affiliate_payout p ON p.id = e.payout_id
      WHERE e.affiliate_id = :affiliate_id AND e.currency_code = :currency_code
        AND e.created_at >= coalesce(:at::timestamptz, :from::date::timestamp AT TIME ZONE 'utc')
        AND e.created_at < (:to::date + 1)::timestamp AT TIME ZONE 'utc'
        AND (:at::timestamptz IS NULL OR (e.created_at, e.id) > (:at::timestamptz, :id::text))
        AND e.deleted_at IS NULL
      ORDER BY e.created_at, e.id
      LIMIT :limit`,
    {
      affiliate_id,
      currency_code,
      ...days,
      at: after?.at ?? null,
      id: after?.id ?? null,
      limit,
    }
  )
