import { rowsOf, Trx } from "../ledger/transaction"
import { CARTS_OF_BUYER, CLICKS_OF_BUYER, OF_BUYER } from "./customer-erasure"

/** A table of a person's data: rows with `id`, `at` and `row`, as SQL. */
export type PersonalSource = string

/** SQL: a table's rows of a person, without what is somebody else's or a secret. */
const rowsIn = (
  table: string,
  where: string,
  without: string[] = []
): PersonalSource =>
  `SELECT t.id, t.created_at AS at,
          to_jsonb(t) - '{${["deleted_at", ...without].join(",")}}'::text[] AS row
     FROM ${table} t WHERE ${where}`

const OWN = "t.affiliate_id = :id"

/** Who buys is not told to who is paid for it. */
const BUYER = ["customer_id", "email_normalized"]

/**
 * Everything stored on an affiliate, by the name it is told under. Shoppers
 * and other affiliates are left out: theirs is not this person's data.
 */
export const AFFILIATE_SOURCES: Record<string, PersonalSource> = {
  profile: rowsIn("affiliate", "t.id = :id", [
    "email_normalized",
    "auth_identity_id",
  ]),
  codes: rowsIn("affiliate_code", OWN, ["code_key"]),
  agreements_accepted: rowsIn("affiliate_agreement_acceptance", OWN, [
    "address_hash",
  ]),
  contracts: rowsIn("affiliate_contract", OWN),
  identity_documents: rowsIn("affiliate_identity_document", OWN, ["file_id"]),
  invitations: rowsIn(
    "affiliate_invitation",
    `(t.affiliate_id = :id
       OR t.email_normalized = (SELECT email_normalized FROM affiliate WHERE id = :id))`,
    ["token_hash", "token_seed", "email_normalized"]
  ),
  tier_changes: rowsIn("affiliate_tier_change", OWN),
  milestones: rowsIn("affiliate_milestone", OWN),
  payout_method: rowsIn("affiliate_payout_method", OWN, ["details"]),
  tax_forms: rowsIn("affiliate_tax_form", OWN, ["details"]),
  tax_looks: rowsIn("affiliate_tax_look", OWN),
  tax_standing: rowsIn("affiliate_tax_standing", OWN),
  tax_documents: rowsIn("affiliate_tax_document", OWN, ["details"]),
  balances: rowsIn("affiliate_balance", OWN),
  payouts: rowsIn("affiliate_payout", OWN, ["destination", "idempotency_key"]),
  payout_batch_items: rowsIn("affiliate_payout_batch_item", OWN),
  payout_notices: rowsIn("affiliate_payout_notice", OWN, [
    "event_id",
    "idempotency_key",
  ]),
  payout_items: rowsIn(
    "affiliate_payout_item",
    "t.payout_id IN (SELECT id FROM affiliate_payout WHERE affiliate_id = :id)"
  ),
  commissions: rowsIn("affiliate_commission", OWN),
  commission_lines: rowsIn(
    "affiliate_commission_line",
    "t.commission_id IN (SELECT id FROM affiliate_commission WHERE affiliate_id = :id)"
  ),
  entries: rowsIn("affiliate_entry", OWN, ["source_key"]),
  rule_grants: rowsIn("affiliate_rule_grant", OWN),
  conversions: `
    SELECT t.id, t.created_at AS at,
           (to_jsonb(t) - '{deleted_at,order_stamp,${BUYER.join(",")}}'::text[])
             || jsonb_build_object('trace',
                  (SELECT coalesce(jsonb_agg(step), '[]') FROM jsonb_array_elements(t.trace) step
                    WHERE coalesce(step -> 'facts' ->> 'affiliate_id', :id) = :id)) AS row
      FROM affiliate_conversion t WHERE ${OWN}`,
  attributions: rowsIn("affiliate_attribution", OWN, BUYER),
  links: rowsIn("affiliate_link", OWN, ["slug_key"]),
  clicks: rowsIn("affiliate_click", OWN, ["visitor_id"]),
  clicks_by_day: `
    SELECT concat_ws('/', t.day, t.link_id, t.sub_id) AS id, t.day::timestamptz AS at,
           to_jsonb(t) AS row
      FROM affiliate_click_daily t WHERE ${OWN}`,
  cart_touches: rowsIn(
    "affiliate_cart_touch",
    `(t.code_id IN (SELECT id FROM affiliate_code WHERE affiliate_id = :id)
       OR t.click_id IN (SELECT id FROM affiliate_click WHERE affiliate_id = :id))`,
    ["cart_id", "visitor_id"]
  ),
  changes: `
    SELECT t.id, t.at,
           (to_jsonb(t) - '{deleted_at,created_at,updated_at,actor_id}'::text[])
             || jsonb_build_object('changes',
                  (t.changes - '{auth_identity_id,file_id,idempotency_key}'::text[])
                  - CASE WHEN t.entity = 'affiliate_conversion' THEN 'customer_id' ELSE '' END) AS row
      FROM affiliate_change t WHERE ${OWN}`,
}

/** Everything stored on a customer; whom they are bound to is told by id. */
export const CUSTOMER_SOURCES: Record<string, PersonalSource> = {
  conversions: rowsIn("affiliate_conversion", OF_BUYER, [
    "trace",
    "terms",
    "order_stamp",
  ]),
  attributions: rowsIn("affiliate_attribution", OF_BUYER),
  cart_touches: rowsIn(
    "affiliate_cart_touch",
    `t.cart_id IN (${CARTS_OF_BUYER})`
  ),
  clicks: rowsIn("affiliate_click", `t.id IN (${CLICKS_OF_BUYER})`),
  affiliates: `
    SELECT t.id, t.created_at AS at, jsonb_build_object('id', t.id) AS row
      FROM affiliate t WHERE t.customer_id = :customer_id AND t.deleted_at IS NULL`,
  changes: `
    SELECT t.id, t.at,
           to_jsonb(t) - '{deleted_at,created_at,updated_at,actor_id}'::text[] AS row
      FROM affiliate_change t
     WHERE (t.entity = 'customer' AND t.entity_id = :customer_id)
        OR (t.entity = 'affiliate_conversion' AND t.entity_id IN
             (SELECT id FROM affiliate_conversion WHERE ${OF_BUYER}))`,
}

/** Where a page of data ended; the time to the microsecond, as text. */
export interface DataPlace {
  at: string
  id: string
}

export interface DataPage {
  rows: Record<string, unknown>[]
  /** `null` = this was the last page. */
  next: DataPlace | null
}

/** One page of a person's data, oldest first. */
export const readPersonalData = async (
  trx: Trx,
  source: PersonalSource,
  person: Record<string, string | null>,
  { after, limit }: { after: DataPlace | null; limit: number }
): Promise<DataPage> => {
  const rows = await rowsOf<DataPlace & { row: Record<string, unknown> }>(
    trx,
    `SELECT id, at::text AS at, row FROM (${source}) AS stored
      WHERE (:after_at::timestamptz IS NULL
             OR (stored.at, id) > (:after_at::timestamptz, :after_id::text))
      ORDER BY stored.at, id
      LIMIT :limit`,
    {
      ...person,
      limit,
      after_at: after?.at ?? null,
      after_id: after?.id ?? null,
    }
  )
  const last = rows.at(-1)
  return {
    rows: rows.map(({ row }) => row),
    next: rows.length < limit || !last ? null : { at: last.at, id: last.id },
  }
}
