import { toAmount } from "../domain/money"
import { Measure, TierFigures } from "../domain/tiers"
import { rowsOf, Trx } from "../ledger/transaction"

/**
 * What affiliates brought in one program, as far as the measures ask, up to
 * the database's now. Counted by the day an order was placed: orders that are
 * worth something still, what refunds have left of them, and what the credited
 * affiliate has of them. Cancelled orders count for nothing.
 *
 * @returns by affiliate; who brought nothing is missing
 */
export const readTierFigures = async (
  trx: Trx,
  input: { program_id: string; affiliate_ids: string[]; measures: Measure[] }
): Promise<Map<string, TierFigures>> => {
  const { program_id, affiliate_ids, measures } = input
  const figures = new Map<string, Map<string, ReturnType<typeof toAmount>>>()
  if (!measures.length || !affiliate_ids.length) {
    return figures
  }
  const rows = await rowsOf<{
    affiliate_id: string
    key: string
    found: string
  }>(
    trx,
    `WITH measure AS (
       SELECT * FROM jsonb_to_recordset(:measures::jsonb)
                AS m (key text, metric text, window_days int, currency_code text)),
     sale AS (
       SELECT v.affiliate_id, v.placed_at, v.currency_code, v.revenue_total,
              CASE WHEN :sums_commission::boolean THEN
                (SELECT coalesce(sum(c.amount), 0) FROM affiliate_commission c
                  WHERE c.conversion_id = v.id AND c.affiliate_id = v.affiliate_id
                    AND c.level = 1 AND c.deleted_at IS NULL)
              END AS commission
         FROM affiliate_conversion v
        WHERE v.affiliate_id = ANY(:affiliate_ids) AND v.program_id = :program_id
          AND v.placed_at <= now()
          AND (:window_days::int IS NULL
               OR v.placed_at > now() - make_interval(days => :window_days::int))
          AND v.canceled_at IS NULL AND v.deleted_at IS NULL)
     SELECT sale.affiliate_id, measure.key,
            CASE measure.metric
              WHEN 'orders' THEN count(*) FILTER (WHERE sale.revenue_total > 0)
              WHEN 'revenue' THEN sum(sale.revenue_total)
              ELSE sum(sale.commission)
            END::text AS found
       FROM measure
       JOIN sale
         ON (measure.currency_code IS NULL OR sale.currency_code = measure.currency_code)
        AND (measure.window_days IS NULL
             OR sale.placed_at > now() - make_interval(days => measure.window_days))
      GROUP BY sale.affiliate_id, measure.key, measure.metric`,
    {
      program_id,
      affiliate_ids,
      measures: JSON.stringify(measures),
      sums_commission: measures.some(({ metric }) => metric === "commission"),
      window_days: longestWindow(measures),
    }
  )
  for (const { affiliate_id, key, found } of rows) {
    const own = figures.get(affiliate_id) ?? new Map()
    figures.set(affiliate_id, own.set(key, toAmount(found)))
  }
  return figures
}

/** `null` = since ever. */
const longestWindow = (measures: Measure[]): number | null => {
  const windows = measures.flatMap(({ window_days }) => window_days ?? [])
  return windows.length < measures.length ? null : Math.max(...windows)
}
