import type { Store } from "../harness"

/** What people, terms, codes and touches are kept in, Medusa's own tables that go with them included. */
const TABLES = [
  "affiliate",
  "affiliate_agreement",
  "affiliate_agreement_acceptance",
  "affiliate_code",
  "affiliate_contract",
  "affiliate_identity_document",
  "affiliate_link",
  "affiliate_program",
  "affiliate_tier",
  "affiliate_tier_change",
  "affiliate_click",
  "affiliate_click_daily",
  "affiliate_click_visitor",
  "affiliate_cart_touch",
  "affiliate_payout_method",
  "affiliate_attribution",
  "affiliate_conversion",
  "promotion",
  "promotion_application_method",
  "auth_identity",
  "cart_promotion",
  "cart_line_item_adjustment",
]

/** Every row of every table, in one statement, so that it is one moment. */
const EVERYTHING = TABLES.map(
  (table) =>
    `SELECT '${table}' AS "table", (to_jsonb(t) - 'updated_at')::text AS row
       FROM "${table}" t WHERE to_jsonb(t) ->> 'deleted_at' IS NULL`
).join(" UNION ALL ")

/**
 * All rows of those tables, as text. Rows that Medusa marks as deleted count as gone: whoever makes and unmakes one
 * leaves such a row behind.
 */
export async function readEverything({ database }: Store): Promise<string[]> {
  const rows = await database.sql<{ table: string; row: string }>(
    `${EVERYTHING} ORDER BY "table", row`
  )
  return rows.map(({ table, row }) => `${table} ${toMilliseconds(row)}`)
}

/** JavaScript has no smaller unit of time: what is read and written back loses the rest. */
const toMilliseconds = (row: string): string =>
  row.replace(
    /(:\d\d)(\.\d+)?(?=\+00:00")/g,
    (_, seconds: string, fraction = ".") =>
      `${seconds}${fraction.padEnd(4, "0").slice(0, 4)}`
  )

/** Fails when what is done leaves a trace. */
export async function expectNothingChanged<Result>(
  store: Store,
  act: () => Promise<Result>
): Promise<Result> {
  const before = await readEverything(store)
  const result = await act()
  expect(await readEverything(store)).toEqual(before)
  return result
}
