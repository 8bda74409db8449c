import type { Store } from "../harness"

/** Every row of every table of the plugin, as text. */
async function allRows({
  database,
}: Pick<Store, "database">): Promise<{ table: string; row: string }[]> {
  const tables = await database.sql<{ name: string }>(
    // Parts of a table are its own rows again.
    `SELECT relname AS name FROM pg_class
      WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')
        AND NOT relispartition AND relname LIKE 'affiliate%' ORDER BY 1`
  )
  return await database.sql(
    tables
      .map(
        ({ name }) =>
          `SELECT '${name}' AS "table", to_jsonb(t)::text AS row FROM "${name}" t`
      )
      .join(" UNION ALL ")
  )
}

/** The tables that have any of the words in any of their rows, in any letter case. */
export async function tablesNaming(
  store: Pick<Store, "database">,
  words: string[]
): Promise<string[]> {
  const rows = await allRows(store)
  const found = rows.filter(({ row }) =>
    words.some((word) => row.toLowerCase().includes(word.toLowerCase()))
  )
  return [...new Set(found.map(({ table }) => table))].sort()
}

/** What of the books an erasure leaves as it is, by table: all but what is personal. */
const BOOKS: Record<string, string[]> = {
  affiliate_balance: [],
  affiliate_commission: ["reason", "hold_reason"],
  affiliate_commission_line: [],
  affiliate_conversion: ["trace", "note", "customer_id", "email_normalized"],
  affiliate_entry: [],
  affiliate_payout: [
    "destination",
    "destination_masked",
    "reference",
    "failure_reason",
  ],
  affiliate_payout_item: [],
  affiliate_agreement_acceptance: [],
  affiliate_tier_change: [],
}

/** The books, every row as text, without what is personal. */
export async function readBooks({
  database,
}: Pick<Store, "database">): Promise<string[]> {
  const rows = await database.sql<{ row: string }>(
    Object.entries(BOOKS)
      .map(
        ([table, personal]) =>
          `SELECT '${table} ' || (to_jsonb(t) - '{${["updated_at", "order_stamp", "reconciled_at", ...personal].join(",")}}'::text[])::text AS row
             FROM ${table} t`
      )
      .join(" UNION ALL ") + " ORDER BY 1"
  )
  return rows.map(({ row }) => row)
}

/** Who did what to what, when, and which fields; not from what to what. */
export async function readRecord({
  database,
}: Pick<Store, "database">): Promise<string[]> {
  const rows = await database.sql<{ row: string }>(
    `SELECT jsonb_build_object('id', id, 'entity', entity, 'entity_id', entity_id,
              'action', action, 'actor_type', actor_type, 'actor_id', actor_id, 'at', at,
              'fields', (SELECT jsonb_agg(key ORDER BY key) FROM jsonb_object_keys(changes) key))::text AS row
       FROM affiliate_change ORDER BY at, id`
  )
  return rows.map(({ row }) => row)
}
