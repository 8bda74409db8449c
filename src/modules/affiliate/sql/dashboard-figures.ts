import { Days, daysBefore } from "../domain/figures/days"
import { Figures } from "../domain/figures/figures"
import { Amount, toAmount } from "../domain/money"
import { rowsOf, Trx } from "../ledger/transaction"
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

/** The link that something came by. */
export interface LinkName {
  id: string
  slug: string
  label: string | null
}

/** What an affiliate's figures are made of. */
export interface AffiliateFigureParts {
  /** By day, those of the period before too. */
  byDay: Map<string, Figures>
  /** The greatest of each, greatest first; `null` = by none. */
  byCampaign: (Figures & { campaign: string | null })[]
  bySubId: (Figures & { sub_id: string | null })[]
  byLink: (Figures & { link: LinkName | null })[]
}

interface PartRow extends FigureRow {
  dimension: "day" | "campaign" | "sub_id" | "link"
  key: string | null
  link: LinkName | null
}

/**
 * An affiliate's figures by day, for the days asked for and as many before
 * them, and where those of the days asked for came from.
 *
 * @param rows_max of each way to look at it; days are all there
 */
export const readAffiliateFigures = async (
  trx: Trx,
  input: FiguresAsked & { affiliate_id: string; rows_max: number }
): Promise<AffiliateFigureParts> => {
  const { affiliate_id, days, currency_code, rows_max } = input
  const rows = await rowsOf<PartRow>(
    trx,
    `WITH fact AS (${factsSql("affiliate")}),
     placed AS (
       SELECT fact.*, fact.day >= :since::date AS asked, l.campaign
         FROM fact LEFT JOIN affiliate_link l ON l.id = fact.link_id),
     part AS (
       SELECT CASE WHEN GROUPING(day) = 0 THEN 'day'
                   WHEN GROUPING(campaign) = 0 THEN 'campaign'
                   WHEN GROUPING(sub_id) = 0 THEN 'sub_id' ELSE 'link' END AS dimension,
              coalesce(day::text, campaign, sub_id, link_id) AS key, ${SUMS}
         FROM placed
        GROUP BY GROUPING SETS ((day), (asked, campaign), (asked, sub_id), (asked, link_id))
       HAVING GROUPING(day) = 0
           OR (asked AND (sum(clicks) > 0 OR sum(orders_in_all_currencies) > 0
                          OR sum(commission) <> 0))),
     ranked AS (
       SELECT part.*, row_number() OVER (PARTITION BY dimension
                                         ORDER BY ${GREATEST_FIRST}, key) AS place
         FROM part)
     SELECT dimension, key, clicks, orders, orders_in_all_currencies,
            revenue::text, commission::text,
            CASE WHEN l.id IS NOT NULL THEN
              jsonb_build_object('id', l.id, 'slug', l.slug, 'label', l.label) END AS link
       FROM ranked
       LEFT JOIN affiliate_link l ON dimension = 'link' AND l.id = key
      WHERE dimension = 'day' OR place <= :rows_max
      ORDER BY dimension, place`,
    {
      affiliate_id,
      currency_code,
      rows_max,
      from: daysBefore(days).from,
      since: days.from,
      to: days.to,
    }
  )
  const of = (dimension: PartRow["dimension"]) =>
    rows.filter((row) => row.dimension === dimension)
  return {
    byDay: new Map(of("day").map((row) => [row.key!, figuresOfRow(row)])),
    byCampaign: of("campaign").map((row) => ({
      campaign: row.key,
      ...figuresOfRow(row),
    })),
    bySubId: of("sub_id").map((row) => ({
      sub_id: row.key,
      ...figuresOfRow(row),
    })),
    byLink: of("link").map((row) => ({ link: row.link, ...figuresOfRow(row) })),
  }
}

/** Bonuses and adjustments by hand of some days: money of no order. */
export const readAdjustments = async (
  trx: Trx,
  input: FiguresAsked & { affiliate_id: string }
): Promise<Amount> => {
  const { affiliate_id, days, currency_code } = input
  const [row] = await rowsOf<{ amount: string }>(
    trx,
    `SELECT coalesce(sum(amount), 0)::text AS amount FROM affiliate_commission
      WHERE affiliate_id = :affiliate_id AND currency_code = :currency_code
        AND conversion_id IS NULL AND deleted_at IS NULL
        AND ${within("created_at")}`,
    { affiliate_id, currency_code, ...days }
  )
  return toAmount(row.amount)
}

/** Where an affiliate's money stands; decimals as text. */
export interface BalanceRow {
  currency_code: string
  pending: string
  available: string
  requested: string
  paid: string
}

/** One for each currency that the affiliate ever had an order or money in: none is credited without. */
export const readBalances = async (
  trx: Trx,
  affiliate_id: string
): Promise<BalanceRow[]> =>
  rowsOf<BalanceRow>(
    trx,
    `SELECT currency_code, pending::text, available::text, requested::text, paid::text
       FROM affiliate_balance
      WHERE affiliate_id = :affiliate_id AND deleted_at IS NULL
      ORDER BY currency_code`,
    { affiliate_id }
  )

/**
 * The currency to show first: that of most orders in these days, and without
 * any that of the money that moved last; `null` = there never was any.
 */
export const mainCurrencyOf = async (
  trx: Trx,
  affiliate_id: string,
  days: Days
): Promise<string | null> => {
  const [row] = await rowsOf<{ currency_code: string }>(
    trx,
    `SELECT b.currency_code
       FROM affiliate_balance b
       LEFT JOIN (SELECT v.currency_code, count(*) AS orders
                    FROM affiliate_conversion v
                   WHERE v.affiliate_id = :affiliate_id AND ${placedIn("v")} AND ${stands("v")}
                   GROUP BY v.currency_code) AS sold USING (currency_code)
      WHERE b.affiliate_id = :affiliate_id AND b.deleted_at IS NULL
      ORDER BY coalesce(sold.orders, 0) DESC, b.updated_at DESC, b.currency_code
      LIMIT 1`,
    { affiliate_id, ...days }
  )
  return row?.currency_code ?? null
}
