import { setTimeout as pause } from "node:timers/promises"
import { knex } from "@medusajs/framework/mikro-orm/knex"
import { seedDueCommissions } from "../../bench/lib/ledger"
import type { Store } from "../harness"

/** Rows of each table that grows with the orders of a store. */
const ROWS = 20_000

const GROWING = [
  "order",
  "order_transaction",
  "affiliate_attribution",
  "affiliate_cart_touch",
  "affiliate_change",
  "affiliate_click",
  "affiliate_click_daily",
  "affiliate_commission",
  "affiliate_commission_line",
  "affiliate_conversion",
  "affiliate_entry",
  "affiliate_payout",
  "affiliate_payout_item",
]

const rowsLike = (table: string, columns: Record<string, string>): string =>
  `INSERT INTO ${table} (id, ${Object.keys(columns).join(", ")})
   SELECT '${table}_' || n, ${Object.values(columns).join(", ")}
     FROM generate_series(1, ${ROWS}) AS n`

/** Fills the ledger as years of other people's orders would. */
export async function growLedger({
  database,
}: Pick<Store, "database">): Promise<void> {
  const connection = knex({ client: "pg", connection: database.url })
  const owner = "'aff_' || (n % 1000 + 1)"
  try {
    await seedDueCommissions(
      { knex: connection, close: async () => {} },
      ROWS,
      1_000
    )
    for (const statement of [
      "UPDATE affiliate_commission SET available_at = now() + interval '1 year'",
      rowsLike("affiliate_attribution", {
        affiliate_id: owner,
        customer_id: "'cus_' || n",
        email_normalized: "n || '@shoppers.example.com'",
        order_id: "'order_' || n",
        starts_at: "now()",
      }),
      rowsLike("affiliate_cart_touch", { cart_id: "'cart_' || n" }),
      rowsLike("affiliate_click", {
        affiliate_id: owner,
        visitor_id: "'visitor_' || n",
        created_at: "now()",
        counted: "true",
      }),
      `INSERT INTO affiliate_click_daily (day, affiliate_id, sub_id, clicks)
       SELECT current_date - n % 30, ${owner}, n::text, 1
         FROM generate_series(1, ${ROWS}) AS n`,
      rowsLike("affiliate_change", {
        entity: "'affiliate'",
        entity_id: owner,
        affiliate_id: owner,
        action: "'changed'",
        changes: "'{}'",
        at: "now()",
      }),
      rowsLike("affiliate_payout", {
        affiliate_id: owner,
        currency_code: "'usd'",
        amount: "0",
        status: "'canceled'",
        provider: "'manual'",
        destination_masked: "'{}'",
        idempotency_key: "'key_' || n",
      }),
      rowsLike("affiliate_payout_item", {
        payout_id: "'affiliate_payout_' || n",
        commission_id: "'affcom_' || n",
        amount: "0",
      }),
      `VACUUM ANALYZE ${GROWING.map((table) => `"${table}"`).join(", ")}`,
    ]) {
      await connection.raw(statement)
    }
  } finally {
    await connection.destroy()
  }
}

/** Postgres notes down what an idle connection has read after ten seconds. */
const NOTED_AFTER_MS = 11_000

/** Begins to watch which tables are read as a whole. */
export async function forgetReads({
  database,
}: Pick<Store, "database">): Promise<void> {
  await pause(NOTED_AFTER_MS)
  await database.sql("SELECT pg_stat_reset()")
}

/** Tables that were read as a whole since `forgetReads`, with the rows that this took. */
export async function tablesReadWhole({
  database,
}: Pick<Store, "database">): Promise<string[]> {
  await pause(NOTED_AFTER_MS)
  const rows = await database.sql<{ name: string }>(
    `SELECT relname || ': ' || seq_tup_read || ' rows' AS name
       FROM pg_stat_user_tables
      WHERE relname = ANY($1) AND seq_tup_read >= $2 ORDER BY 1`,
    [GROWING, ROWS]
  )
  return rows.map(({ name }) => name)
}
