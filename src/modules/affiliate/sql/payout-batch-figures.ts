import { BatchItemStatus } from "../domain/payout-batches/states"
import { rowsOf, Trx } from "../ledger/transaction"

/** Items of one provider and status; exact decimals. */
export interface ItemFigure {
  provider: string
  status: BatchItemStatus
  count: number
  amount: string
  /** Of these, whose payout is paid by now. */
  paid_count: number
  /** What those payouts are, which may be less than was approved. */
  paid_amount: string
}

/** What a batch has come to so far. */
export const readItemFigures = async (
  trx: Trx,
  batch_id: string
): Promise<ItemFigure[]> =>
  rowsOf<ItemFigure>(
    trx,
    `SELECT i.provider, i.status, count(*)::int AS count, sum(i.amount)::text AS amount,
            (count(*) FILTER (WHERE p.status = 'paid'))::int AS paid_count,
            coalesce(sum(p.amount) FILTER (WHERE p.status = 'paid'), 0)::text AS paid_amount
       FROM affiliate_payout_batch_item i
       LEFT JOIN affiliate_payout p ON p.id = i.payout_id
      WHERE i.batch_id = :batch_id AND i.deleted_at IS NULL
      GROUP BY i.provider, i.status
      ORDER BY i.provider, i.status`,
    { batch_id }
  )

/** A line of a batch's report; exact decimals. */
export interface ReportRow {
  id: string
  affiliate_id: string
  name: string
  email: string
  provider: string
  currency_code: string
  approved_amount: string
  status: BatchItemStatus
  reason: string | null
  payout: number | null
  payout_status: string | null
  payout_amount: string | null
  failure_reason: string | null
  reference: string | null
  paid_at: Date | null
}

/** A page of a batch's report, in the order of the items' ids. */
export const readReport = async (
  trx: Trx,
  input: { batch_id: string; after: string; limit: number }
): Promise<ReportRow[]> =>
  rowsOf<ReportRow>(
    trx,
    `SELECT i.id, i.affiliate_id, a.name, a.email, i.provider, b.currency_code,
            i.amount::text AS approved_amount, i.status, i.reason,
            p.display_id AS payout, p.status AS payout_status, p.amount::text AS payout_amount,
            p.failure_reason, p.reference, p.paid_at
       FROM affiliate_payout_batch_item i
       JOIN affiliate_payout_batch b ON b.id = i.batch_id
       JOIN affiliate a ON a.id = i.affiliate_id
       LEFT JOIN affiliate_payout p ON p.id = i.payout_id
      WHERE i.batch_id = :batch_id AND i.deleted_at IS NULL AND i.id > :after
      ORDER BY i.id
      LIMIT :limit`,
    input
  )
