import { Days } from "../domain/figures/days"
import { Figures } from "../domain/figures/figures"
import { toAmount } from "../domain/money"

/**
 * An order that counts: credited, not cancelled, and worth something still. The
 * same as tiers count by.
 *
 * @param v how the statement calls the conversion
 */
export const stands = (v: string): string =>
  `${v}.affiliate_id IS NOT NULL AND ${v}.canceled_at IS NULL
   AND ${v}.revenue_total > 0 AND ${v}.deleted_at IS NULL`

/** The column's moment lies in the days `:from` to `:to`, in UTC. */
export const within = (column: string): string =>
  `${column} >= :from::date::timestamp AT TIME ZONE 'utc'
   AND ${column} < (:to::date + 1)::timestamp AT TIME ZONE 'utc'`

/** The order was placed in these days. */
export const placedIn = (v: string): string => within(`${v}.placed_at`)

/** Figures as a statement answers them: counts, and decimals as text. */
export interface FigureRow {
  clicks: number
  orders: number
  orders_in_all_currencies: number
  revenue: string
  commission: string
}

export const figuresOfRow = (row: FigureRow): Figures => ({
  clicks: row.clicks,
  orders: row.orders,
  orders_in_all_currencies: row.orders_in_all_currencies,
  revenue: toAmount(row.revenue),
  commission: toAmount(row.commission),
})

/** The columns of a `FigureRow`, summed over facts. */
export const SUMS = `sum(clicks)::int AS clicks, sum(orders)::int AS orders,
  sum(orders_in_all_currencies)::int AS orders_in_all_currencies,
  sum(revenue) AS revenue, sum(commission) AS commission`

/** Of rows to be shown in turn, which comes first: by what they brought. */
export const GREATEST_FIRST =
  "commission DESC, revenue DESC, orders DESC, clicks DESC"

/**
 * What happened in the days `:from` to `:to` in `:currency_code`, by day,
 * affiliate, link and mark, from which every figure is summed up:
 *
 * - clicks from the sums by day, so that no click is ever counted again,
 * - orders that count and what refunds have left of them, of whoever is credited,
 * - what everybody earns from orders placed then, upper levels too. What came of
 *   somebody else's order is on no link and has no mark: those are theirs.
 *
 * Commissions of one affiliate are found by when they were made, which is not
 * before their order was placed, give or take what two clocks differ by.
 *
 * @param of `affiliate` = only `:affiliate_id`
 */
export const factsSql = (of: "affiliate" | "everybody"): string => {
  const only = (column: string) =>
    of === "affiliate" ? `${column} = :affiliate_id AND` : ""
  const made =
    of === "affiliate"
      ? `c.created_at >= (:from::date - 1)::timestamp AT TIME ZONE 'utc' AND`
      : ""
  return `
    SELECT d.day, d.affiliate_id, nullif(d.link_id, '') AS link_id,
           nullif(d.sub_id, '') AS sub_id, d.clicks, 0 AS orders,
           0 AS orders_in_all_currencies, 0::numeric AS revenue, 0::numeric AS commission
      FROM affiliate_click_daily d
     WHERE ${only("d.affiliate_id")} d.day BETWEEN :from::date AND :to::date
     UNION ALL
    SELECT (v.placed_at AT TIME ZONE 'utc')::date, v.affiliate_id, v.link_id, v.sub_id, 0,
           (v.currency_code = :currency_code)::int, 1,
           CASE WHEN v.currency_code = :currency_code THEN v.revenue_total ELSE 0 END, 0
      FROM affiliate_conversion v
     WHERE ${only("v.affiliate_id")} ${placedIn("v")} AND ${stands("v")}
     UNION ALL
    SELECT (v.placed_at AT TIME ZONE 'utc')::date, c.affiliate_id,
           CASE WHEN v.affiliate_id = c.affiliate_id THEN v.link_id END,
           CASE WHEN v.affiliate_id = c.affiliate_id THEN v.sub_id END,
           0, 0, 0, 0, c.amount
      FROM affiliate_commission c
      JOIN affiliate_conversion v ON v.id = c.conversion_id AND v.deleted_at IS NULL
     WHERE ${only("c.affiliate_id")} ${made} ${placedIn("v")}
       AND c.currency_code = :currency_code AND c.deleted_at IS NULL`
}

/** For whom, when, and in which money. */
export interface FiguresAsked {
  days: Days
  currency_code: string
}
