import { Pseudonym } from "../domain/erasure"
import { rowsOf, Trx } from "../ledger/transaction"

/** What is looked for in words that people wrote, and what is put in its place. */
export interface Scrub extends Pseudonym {
  /** Patterns of all e-mail addresses and names that the person ever had here. */
  emails: string
  names: string
}

/** SQL: a text without the person's e-mail addresses and names. */
const scrubbed = (text: string): string =>
  `regexp_replace(regexp_replace(${text}, :emails, :email, 'gi'), :names, :name, 'gi')`

/** Words that people wrote of one affiliate, by table. */
const WRITTEN: Record<string, string[]> = {
  affiliate_commission: ["reason", "hold_reason"],
  affiliate_contract: ["title", "terms"],
  affiliate_conversion: ["note"],
  affiliate_payout: [
    "reference",
    "failure_reason",
    "return_reason",
    "look_up_error",
  ],
  affiliate_tax_look: ["reason"],
  affiliate_tax_standing: ["reason"],
}

const mentions = (columns: string[]): string =>
  columns
    .map((column) => `${column} ~* :emails OR ${column} ~* :names`)
    .join(" OR ")

/** The affiliate's orders whose note names the person. */
export const ordersWithNotes = async (
  trx: Trx,
  affiliate_id: string,
  scrub: Scrub
): Promise<string[]> => {
  const rows = await rowsOf<{ order_id: string }>(
    trx,
    `SELECT order_id FROM affiliate_conversion
      WHERE affiliate_id = :affiliate_id AND (${mentions(["note"])})
      ORDER BY order_id`,
    { affiliate_id, ...scrub }
  )
  return rows.map(({ order_id }) => order_id)
}

/** Takes the person's names and addresses out of what was written about their money. */
export const scrubWrittenWords = async (
  trx: Trx,
  affiliate_id: string,
  scrub: Scrub
): Promise<void> => {
  // Who looked at tax numbers is append-only but for this.
  await trx.raw("SELECT set_config('affiliate.erasing', 'on', true)")
  for (const [table, columns] of Object.entries(WRITTEN)) {
    const sets = columns.map((column) => `${column} = ${scrubbed(column)}`)
    await trx.raw(
      `UPDATE ${table} SET ${sets.join(", ")}, updated_at = now()
        WHERE affiliate_id = :affiliate_id AND (${mentions(columns)})`,
      { affiliate_id, ...scrub }
    )
  }
  await trx.raw("SELECT set_config('affiliate.erasing', 'off', true)")
}

/** One text without the person's names and addresses. */
export const scrubText = async (
  trx: Trx,
  text: string,
  scrub: Scrub
): Promise<string> => {
  const [row] = await rowsOf<{ text: string }>(
    trx,
    `SELECT ${scrubbed(":written")} AS text`,
    { written: text, ...scrub }
  )
  return row.text
}

/** Fields of the record of changes that are told no more, by table. */
const FORGOTTEN: Record<string, string[]> = {
  affiliate: [
    "website",
    "country_code",
    "answers",
    "metadata",
    "customer_id",
    "auth_identity_id",
    "identity_note",
    "status_reason",
  ],
  affiliate_identity_document: ["name", "file_id"],
  affiliate_invitation: ["email_error"],
  affiliate_payout: ["destination_masked"],
  affiliate_payout_method: [
    "details_masked",
    "account_id",
    "state_note",
    "cool_off_note",
  ],
}

/**
 * Takes the person out of the record of changes: what was personal is told no
 * more, names and addresses are the pseudonym's, and who did what when stays.
 * Codes keep their word, as they do everywhere. Last of all that erases,
 * because erasing is recorded too.
 */
export const scrubChanges = async (
  trx: Trx,
  input: { affiliate_id: string; invitation_ids: string[] },
  scrub: Scrub
): Promise<void> => {
  await trx.raw("SELECT set_config('affiliate.erasing', 'on', true)")
  const side = (name: "from" | "to") => {
    const value = `field.value -> '${name}'`
    const text = `field.value ->> '${name}'`
    return `CASE
      WHEN jsonb_typeof(${value}) <> 'string' THEN ${value}
      WHEN entity IN ('affiliate', 'affiliate_invitation') AND field.key = 'name'
        THEN to_jsonb(:name::text)
      WHEN entity IN ('affiliate', 'affiliate_invitation') AND field.key = 'email'
        THEN to_jsonb(:email::text)
      ELSE to_jsonb(${scrubbed(text)}) END`
  }
  await trx.raw(
    `UPDATE affiliate_change SET changes = (
       SELECT jsonb_object_agg(field.key, CASE
                WHEN jsonb_exists(:forgotten::jsonb -> entity, field.key)
                THEN '{"from": null, "to": null}'::jsonb
                ELSE jsonb_build_object('from', ${side("from")}, 'to', ${side("to")}) END)
         FROM jsonb_each(changes) field)
      WHERE entity <> 'affiliate_code'
        AND (affiliate_id = :affiliate_id
             OR (entity = 'affiliate_invitation' AND entity_id = ANY(:invitation_ids)))`,
    { ...input, ...scrub, forgotten: JSON.stringify(FORGOTTEN) }
  )
  await trx.raw("SELECT set_config('affiliate.erasing', 'off', true)")
}
