import { minimumPayout } from "../domain/payout"
import { CurrencyAmount } from "../domain/terms"
import { rowsOf, Trx } from "../ledger/transaction"

/** An affiliate's money in one currency; amounts in major units. */
export interface PayoutSummary {
  currency_code: string
  /** All that was ever earned and not taken back, wherever it stands now. */
  total_earnings: number
  total_paid_out: number
  /** In payouts requested or under way. */
  pending_payouts: number
  /** Negative for a debt. */
  available_balance: number
  /** The least a payout may be; 0 where there is none. */
  minimum_payout: number
  /** How many payouts were paid. */
  payout_count: number
  last_payout: { id: string; amount: number; paid_at: string } | null
}

interface SummaryRow {
  currency_code: string
  total: string
  paid: string
  requested: string
  available: string
  tier_minimums: CurrencyAmount[] | null
  program_minimums: CurrencyAmount[]
  payout_count: string
  last_id: string | null
  last_amount: string | null
  last_paid_at: Date | null
}

/** What an affiliate has in each currency that it ever had money in. */
export const summarizePayouts = async (
  trx: Trx,
  affiliate_id: string
): Promise<PayoutSummary[]> => {
  const rows = await rowsOf<SummaryRow>(
    trx,
    `SELECT b.currency_code, b.paid::text, b.requested::text, b.available::text,
            (b.pending + b.available + b.requested + b.paid)::text AS total,
            t.minimum_payouts AS tier_minimums, p.minimum_payouts AS program_minimums,
            counted.n AS payout_count,
            latest.id AS last_id, latest.amount::text AS last_amount,
            latest.paid_at AS last_paid_at
       FROM affiliate_balance b
       JOIN affiliate a ON a.id = b.affiliate_id
       JOIN affiliate_program p ON p.id = a.program_id
       LEFT JOIN affiliate_tier t ON t.id = a.tier_id
      CROSS JOIN LATERAL (
            SELECT count(*) AS n FROM affiliate_payout o
             WHERE o.affiliate_id = b.affiliate_id AND o.currency_code = b.currency_code
               AND o.status = 'paid' AND o.deleted_at IS NULL) counted
       LEFT JOIN LATERAL (
            SELECT id, amount, paid_at FROM affiliate_payout o
             WHERE o.affiliate_id = b.affiliate_id AND o.currency_code = b.currency_code
               AND o.status = 'paid' AND o.deleted_at IS NULL
             ORDER BY paid_at DESC, display_id DESC LIMIT 1) latest ON true
      WHERE b.affiliate_id = :affiliate_id AND b.deleted_at IS NULL
      ORDER BY b.currency_code`,
    { affiliate_id }
  )
  return rows.map((row) => ({
    currency_code: row.currency_code,
    total_earnings: Number(row.total),
    total_paid_out: Number(row.paid),
    pending_payouts: Number(row.requested),
    available_balance: Number(row.available),
    minimum_payout: minimumPayout(
      row.tier_minimums,
      row.program_minimums,
      row.currency_code
    ).toNumber(),
    payout_count: Number(row.payout_count),
    last_payout:
      row.last_id === null
        ? null
        : {
            id: row.last_id,
            amount: Number(row.last_amount),
            paid_at: row.last_paid_at!.toISOString(),
          },
  }))
}
