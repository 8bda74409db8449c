import { readOrder, type Store } from "../harness"
import { readVerdict } from "../harness/affiliates"

/**
 * Expects of a credited order that the database holds what the merchant is told, each row once; that lines and entries
 * add up; and that each line is one of the order's own.
 */
export async function expectRowsAsTold(
  { shop, database }: Pick<Store, "shop" | "database">,
  orderId: string
): Promise<void> {
  const verdict = await readVerdict(shop, orderId)
  expect(verdict).toMatchObject({ outcome: "attributed", source: "code" })
  expect(verdict.commission_total).toBe(
    total(verdict.commissions.map(({ amount }) => amount))
  )
  expect(verdict.commissions[0].affiliate_id).toBe(verdict.affiliate_id)
  expect(verdict.commissions.map(({ level, kind }) => [level, kind])).toEqual(
    verdict.commissions.map((_, index) =>
      index === 0 ? [1, "sale"] : [index + 1, "level"]
    )
  )

  const { items } = await readOrder(shop, orderId)
  const titles = Object.fromEntries(
    items.map(({ id, product_title }) => [id, product_title])
  )
  for (const {
    lines,
    entries,
    amount,
    original_amount,
  } of verdict.commissions) {
    expect(total(lines.map((line) => line.amount))).toBe(amount)
    expect(total(lines.map((line) => line.base))).toBe(verdict.base_total)
    expect(total(entries.map((entry) => entry.amount))).toBe(amount)
    expect(entries[0]).toMatchObject({
      account: "pending",
      amount: original_amount,
      type: "accrue",
    })
    for (const { order_line_id, title } of lines)
      expect(titles[order_line_id]).toBe(title)
  }

  const [rows] = await database.sql<{ entries: string[] }>(
    `SELECT (SELECT count(*)::int FROM affiliate_conversion WHERE order_id = $1) AS conversions,
            (SELECT array_agg(level || ':' || amount ORDER BY level)
               FROM affiliate_commission WHERE order_id = $1) AS commissions,
            (SELECT array_agg(c.level || ':' || e.account || ':' || e.amount)
               FROM affiliate_entry e JOIN affiliate_commission c ON c.id = e.commission_id
              WHERE c.order_id = $1) AS entries`,
    [orderId]
  )
  expect({ ...rows, entries: [...rows.entries].sort() }).toEqual({
    conversions: 1,
    commissions: verdict.commissions.map(
      ({ level, amount }) => `${level}:${amount}`
    ),
    entries: verdict.commissions
      .flatMap(({ level, entries }) =>
        entries.map(({ account, amount }) => `${level}:${account}:${amount}`)
      )
      .sort(),
  })
}

/** Of amounts with at most three decimals; exact once rounded to that. */
const total = (amounts: number[]): number =>
  Math.round(amounts.reduce((sum, amount) => sum + amount, 0) * 1000) / 1000
