import type { Store } from "../harness"
import { Fraction, NONE } from "../support/fraction"

/** Figures by name, as exact decimals; one that is missing is nothing. */
export type Figures = Record<string, string>

export const ACCOUNTS = ["pending", "available", "requested", "paid"] as const
export const COUNTS = ["clicks", "orders", "revenue", "commission"] as const

/** Ways to look at what happened; what came by none goes by no name. */
const WAYS = ["day", "link", "campaign", "sub_id"] as const

type Way = (typeof WAYS)[number]
type Fact = Record<Way, string | null> & Record<(typeof COUNTS)[number], string>

/** What a part of the figures is called, such as `link spring clicks`. */
export const nameOf = (way: Way, part: string | null, count: string): string =>
  `${way} ${part ?? "–"} ${count}`

/**
 * What clicks, orders, commissions and entries come to, in a currency: of one
 * affiliate, or of everybody. Read from the single rows, and from no sum that
 * the plugin keeps.
 *
 * @param affiliate_id `null` = everybody
 */
export async function readBooks(
  store: Store,
  affiliate_id: string | null,
  currency_code: string
): Promise<Figures> {
  const facts = await factsOf(store, affiliate_id, currency_code)
  const found: Record<string, Fraction> = {}
  const add = (name: string, amount: string) => {
    found[name] = (found[name] ?? NONE).plus(Fraction.of(amount))
  }
  for (const fact of facts)
    for (const count of COUNTS) {
      add(`total ${count}`, fact[count])
      for (const way of WAYS) add(nameOf(way, fact[way], count), fact[count])
    }
  const [money] = await store.database.sql<Record<string, string>>(
    `SELECT ${ACCOUNTS.map(
      (account) =>
        `coalesce(sum(amount) FILTER (WHERE account = '${account}'), 0)::text AS "account ${account}"`
    ).join(", ")},
            coalesce(sum(amount) FILTER (WHERE account <> 'paid'), 0)::text AS owed,
            coalesce(sum(amount), 0)::text AS earned
       FROM affiliate_entry
      WHERE ($1::text IS NULL OR affiliate_id = $1) AND currency_code = $2`,
    [affiliate_id, currency_code]
  )
  const [byHand] = await store.database.sql<{ adjustments: string }>(
    `SELECT coalesce(sum(amount), 0)::text AS adjustments
       FROM affiliate_commission
      WHERE ($1::text IS NULL OR affiliate_id = $1)
        AND currency_code = $2 AND conversion_id IS NULL`,
    [affiliate_id, currency_code]
  )
  add("total adjustments", byHand!.adjustments)
  for (const [name, amount] of Object.entries(money!)) add(name, amount)
  return Object.fromEntries(
    Object.entries(found).map(([name, amount]) => [name, amount.toDecimal()])
  )
}

/** What came of an order of somebody below is on no link of the affiliate's. */
const factsOf = (
  { database }: Store,
  affiliate_id: string | null,
  currency_code: string
): Promise<Fact[]> =>
  database.sql<Fact>(
    `WITH fact AS (
       SELECT created_at AS at, link_id, sub_id, 1 AS clicks, 0 AS orders,
              0 AS revenue, 0 AS commission
         FROM affiliate_click
        WHERE ($1::text IS NULL OR affiliate_id = $1) AND counted
        UNION ALL
       SELECT placed_at, link_id, sub_id, 0, 1, revenue_total, 0
         FROM affiliate_conversion
        WHERE ($1::text IS NULL OR affiliate_id = $1) AND affiliate_id IS NOT NULL
          AND currency_code = $2 AND canceled_at IS NULL AND revenue_total > 0
        UNION ALL
       SELECT v.placed_at,
              CASE WHEN v.affiliate_id = c.affiliate_id THEN v.link_id END,
              CASE WHEN v.affiliate_id = c.affiliate_id THEN v.sub_id END,
              0, 0, 0, c.amount
         FROM affiliate_commission c
         JOIN affiliate_conversion v ON v.id = c.conversion_id
        WHERE ($1::text IS NULL OR c.affiliate_id = $1) AND c.currency_code = $2)
     SELECT to_char(fact.at AT TIME ZONE 'utc', 'YYYY-MM-DD') AS day, l.slug AS link,
            l.campaign, fact.sub_id, sum(clicks)::text AS clicks, sum(orders)::text AS orders,
            sum(revenue)::text AS revenue, sum(commission)::text AS commission
       FROM fact LEFT JOIN affiliate_link l ON l.id = fact.link_id
      GROUP BY 1, 2, 3, 4`,
    [affiliate_id, currency_code]
  )
