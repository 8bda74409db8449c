import { Days, daysBefore } from "../domain/figures/days"
import { Figures } from "../domain/figures/figures"
import { Amount, toAmount } from "../domain/money"
import { rowsOf, Trx } from "../ledger/transaction"
import { BalanceRow } from "./dashboard-figures"
import {
  factsSql,
  FigureRow,
  FiguresAsked,
  figuresOfRow,
  GREATEST_FIRST,
  placedIn,
  stands,
  SUMS,
  within,
} from "./figures"

/** An affiliate, and what it brought. */
export type AffiliateTotals = Figures & {
  affiliate: { id: string; name: string; status: string }
}

/** What the figures of all affiliates are made of. */
export interface StoreFigureParts {
  /** By day, those of the period before too. */
  byDay: Map<string, Figures>
  /** Who brought most in the days asked for, greatest first. */
  top: AffiliateTotals[]
  /** How many brought a click or an order. */
  active: { asked: number; before: number }
}

interface PartRow extends FigureRow {
  day: string | null
  asked: boolean
  affiliate: AffiliateTotals["affiliate"] | null
  active: number
}

/**
 * The figures of all affiliates by day, for the days asked for and as many
 * before them, and who brought most in those asked for.
 *
 * @param rows_max how many affiliates
 */
export const readStoreFigures = async (
  trx: Trx,
  input: FiguresAsked & { rows_max: number }
): Promise<StoreFigureParts> => {
  const { days, currency_code, rows_max } = input
  const rows = await rowsOf<PartRow>(
    trx,
    `WITH fact AS (${factsSql("everybody")}),
     part AS (
       SELECT day, affiliate_id, asked, ${SUMS}
         FROM (SELECT fact.*, fact.day >= :since::date AS asked FROM fact) AS placed
        GROUP BY GROUPING SETS ((day), (asked, affiliate_id))),
     brought AS (
       SELECT part.*,
              row_number() OVER (PARTITION BY asked ORDER BY ${GREATEST_FIRST}, affiliate_id) AS place,
              (count(*) FILTER (WHERE clicks > 0 OR orders_in_all_currencies > 0)
                 OVER (PARTITION BY asked))::int AS active
         FROM part
        WHERE affiliate_id IS NOT NULL
          AND (clicks > 0 OR orders_in_all_currencies > 0 OR commission <> 0))
     SELECT day::text, false AS asked, NULL::jsonb AS affiliate, 0 AS active, 0 AS place,
            clicks, orders, orders_in_all_currencies, revenue::text, commission::text
       FROM part WHERE day IS NOT NULL
     UNION ALL
     SELECT NULL, asked, jsonb_build_object('id', a.id, 'name', a.name, 'status', a.status),
            active, place, clicks, orders, orders_in_all_currencies, revenue::text, commission::text
       FROM brought JOIN affiliate a ON a.id = affiliate_id
      WHERE place = 1 OR (asked AND place <= :rows_max)
      ORDER BY place`,
    {
      currency_code,
      rows_max,
      from: daysBefore(days).from,
      since: days.from,
      to: days.to,
    }
  )
  const found = (asked: boolean) =>
    rows.filter((row) => row.affiliate && row.asked === asked)
  return {
    byDay: new Map(
      rows.flatMap((row) => (row.day ? [[row.day, figuresOfRow(row)]] : []))
    ),
    top: found(true).map((row) => ({
      affiliate: row.affiliate!,
      ...figuresOfRow(row),
    })),
    active: {
      asked: found(true)[0]?.active ?? 0,
      before: found(false)[0]?.active ?? 0,
    },
  }
}

/** What else happened in some days. */
export interface StoreEvents {
  /** Bonuses and adjustments by hand: money of no order. */
  adjustments: Amount
  /** How many payouts were paid, and what they came to. */
  payouts: number
  payouts_paid: Amount
  /** Carts for which a code or a click was remembered. */
  carts: number
}

export const readStoreEvents = async (
  trx: Trx,
  { days, currency_code }: FiguresAsked
): Promise<StoreEvents> => {
  const [row] = await rowsOf<{
    adjustments: string
    payouts: number
    payouts_paid: string
    carts: number
  }>(
    trx,
    `SELECT (SELECT coalesce(sum(amount), 0)::text FROM affiliate_commission
              WHERE conversion_id IS NULL AND currency_code = :currency_code
                AND ${within("created_at")} AND deleted_at IS NULL) AS adjustments,
            paid.payouts, paid.payouts_paid,
            (SELECT count(*)::int FROM affiliate_cart_touch
              WHERE ${within("created_at")} AND deleted_at IS NULL) AS carts
       FROM (SELECT count(*)::int AS payouts, coalesce(sum(amount - returned_amount), 0)::text AS payouts_paid
               FROM affiliate_payout
              WHERE status = 'paid' AND currency_code = :currency_code
                AND ${within("paid_at")} AND deleted_at IS NULL) AS paid`,
    { currency_code, ...days }
  )
  return {
    adjustments: toAmount(row.adjustments),
    payouts: row.payouts,
    payouts_paid: toAmount(row.payouts_paid),
    carts: row.carts,
  }
}

/**
 * The currency to show first: that of most orders credited in these days, and
 * without any that of the last one; `null` = there never was one.
 */
export const mainCurrencyOfStore = async (
  trx: Trx,
  days: Days
): Promise<string | null> => {
  const [most] = await rowsOf<{ currency_code: string }>(
    trx,
    `SELECT v.currency_code FROM affiliate_conversion v
      WHERE ${placedIn("v")} AND ${stands("v")}
      GROUP BY v.currency_code
      ORDER BY count(*) DESC, v.currency_code LIMIT 1`,
    { ...days }
  )
  if (most) {
    return most.currency_code
  }
  const [last] = await rowsOf<{ currency_code: string }>(
    trx,
    `SELECT currency_code FROM affiliate_conversion
      WHERE affiliate_id IS NOT NULL AND deleted_at IS NULL
      ORDER BY placed_at DESC LIMIT 1`
  )
  return last?.currency_code ?? null
}

/** Where the money of all affiliates together stands now, by currency. */
export const readOwed = async (trx: Trx): Promise<BalanceRow[]> =>
  rowsOf<BalanceRow>(
    trx,
    `SELECT currency_code, sum(pending)::text AS pending, sum(available)::text AS available,
            sum(requested)::text AS requested, sum(paid)::text AS paid
       FROM affiliate_balance WHERE deleted_at IS NULL
      GROUP BY currency_code ORDER BY currency_code`
  )
