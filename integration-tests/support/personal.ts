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

/** Where the rows of a table are found among what an affiliate is handed. */
const HANDED_AS: Record<string, string> = {
  affiliate_agreement_acceptance: "agreements_accepted",
  affiliate_attribution: "attributions",
  affiliate_balance: "balances",
  affiliate_change: "changes",
  affiliate_click: "clicks",
  affiliate_click_daily: "clicks_by_day",
  affiliate_link: "links",
  affiliate_code: "codes",
  affiliate_commission: "commissions",
  affiliate_contract: "contracts",
  affiliate_conversion: "conversions",
  affiliate_entry: "entries",
  affiliate_identity_document: "identity_documents",
  affiliate_invitation: "invitations",
  affiliate_milestone: "milestones",
  affiliate_payout: "payouts",
  affiliate_payout_batch_item: "payout_batch_items",
  affiliate_payout_method: "payout_method",
  affiliate_payout_notice: "payout_notices",
  affiliate_rule_grant: "rule_grants",
  affiliate_tax_document: "tax_documents",
  affiliate_tax_form: "tax_forms",
  affiliate_tax_look: "tax_looks",
  affiliate_tax_standing: "tax_standing",
  affiliate_tier_change: "tier_changes",
}

/** How many rows every table has of an affiliate, by where they are handed over; of a table nobody has thought of, by its own name. */
export async function rowsOfAffiliate(
  { database }: Pick<Store, "database">,
  affiliate_id: string
): Promise<Record<string, number>> {
  const tables = await database.sql<{ name: string }>(
    `SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
      WHERE c.relname LIKE 'affiliate%' AND c.relkind IN ('r', 'p') AND NOT c.relispartition
        AND a.attname = 'affiliate_id' AND NOT a.attisdropped ORDER BY 1`
  )
  const counts: Record<string, number> = {}
  for (const { name } of tables) {
    const [{ rows }] = await database.sql<{ rows: number }>(
      `SELECT count(*)::int AS rows FROM "${name}" WHERE affiliate_id = $1`,
      [affiliate_id]
    )
    counts[HANDED_AS[name] ?? name] = rows
  }
  return counts
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
    "return_reason",
    "look_up_error",
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
