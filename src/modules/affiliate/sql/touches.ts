import { StatusChange, statusAt } from "../domain/affiliate-status"
import { Candidate } from "../domain/attribution"
import {
  CurrencyAmount,
  ProgramLevel,
  TermsOfAffiliate,
  TermsOfProgram,
  TermsOfTier,
} from "../domain/terms"
import { rowsOf, Trx } from "../ledger/transaction"
import { asOf } from "./as-of"

/** How many clicks of one visitor a verdict looks at, latest first. */
const CLICKS_MAX = 200

/** An affiliate with all that decides whether and how it is paid. */
export interface CreditableAffiliate {
  candidate: Candidate
  parent_id: string | null
  affiliate_terms: TermsOfAffiliate
  tier: TermsOfTier | null
  program: TermsOfProgram
  levels: ProgramLevel[]
}

interface AffiliateRow extends TermsOfAffiliate {
  id: string
  name: string
  email: string
  customer_id: string | null
  parent_id: string | null
  status_history: StatusChange[]
  tier_id: string | null
  tier_value: string | null
  program_id: string
  program_status: string
  commission_type: TermsOfProgram["commission_type"]
  commission_value: string
  fixed_values: CurrencyAmount[]
  hold_days: number
  attribution_window_days: number
  attribution_model: Candidate["attribution_model"]
  program_trailing_months: number | null
  include_shipping: boolean
  include_tax: boolean
  self_referral: Candidate["self_referral"]
  new_customers_only: boolean
  levels: ProgramLevel[]
}

const toCreditable = (
  row: AffiliateRow,
  moment: Date
): CreditableAffiliate => ({
  candidate: {
    affiliate_id: row.id,
    name: row.name,
    email: row.email,
    customer_id: row.customer_id,
    status: statusAt(row.status_history, moment),
    program_active: row.program_status === "active",
    attribution_window_days: row.attribution_window_days,
    attribution_model: row.attribution_model,
    self_referral: row.self_referral,
    new_customers_only: row.new_customers_only,
  },
  parent_id: row.parent_id,
  affiliate_terms: {
    commission_percent: row.commission_percent,
    trailing_months: row.trailing_months,
  },
  tier: row.tier_id
    ? { id: row.tier_id, commission_value: row.tier_value }
    : null,
  program: {
    id: row.program_id,
    commission_type: row.commission_type,
    commission_value: row.commission_value,
    fixed_values: row.fixed_values,
    hold_days: row.hold_days,
    trailing_months: row.program_trailing_months,
    include_shipping: row.include_shipping,
    include_tax: row.include_tax,
  },
  levels: row.levels,
})

/**
 * Affiliates with their terms as they were at a moment: an order is priced by
 * what held when it was placed, however late it is judged.
 */
export const readCreditableAffiliates = async (
  trx: Trx,
  ids: string[],
  moment: Date
): Promise<Map<string, CreditableAffiliate>> => {
  const rows = await rowsOf<AffiliateRow>(
    trx,
    `SELECT a.id, a.name, a.email, a.customer_id, a.parent_id, a.status_history,
            a.commission_percent::text, a.trailing_months,
            t.id AS tier_id, t.commission_value::text AS tier_value,
            p.id AS program_id, p.status AS program_status, p.commission_type,
            p.commission_value::text, p.fixed_values, p.hold_days,
            p.attribution_window_days, p.attribution_model,
            p.trailing_months AS program_trailing_months, p.include_shipping,
            p.include_tax, p.self_referral, p.new_customers_only, p.levels
       FROM affiliate a_now
      CROSS JOIN ${asOf("affiliate", "a_now")} a
       JOIN affiliate_program p_now ON p_now.id = a.program_id
      CROSS JOIN ${asOf("affiliate_program", "p_now")} p
       LEFT JOIN affiliate_tier t_now ON t_now.id = a.tier_id
       LEFT JOIN ${asOf("affiliate_tier", "t_now")} t ON t.deleted_at IS NULL
      WHERE a_now.id = ANY(:ids) AND a_now.deleted_at IS NULL`,
    { ids, moment }
  )
  return new Map(rows.map((row) => [row.id, toCreditable(row, moment)]))
}

export interface CodeRow {
  id: string
  code_key: string
  code: string
  affiliate_id: string
  created_at: Date
}

/**
 * Codes by their keys, and the one remembered for the cart. A code that was
 * retired before the order was placed no longer attributes.
 */
export const readCodes = async (
  trx: Trx,
  input: { keys: string[]; cart_id: string | null; placed_at: Date }
): Promise<CodeRow[]> =>
  rowsOf<CodeRow>(
    trx,
    `SELECT id, code_key, code, affiliate_id, created_at
       FROM affiliate_code
      WHERE (code_key = ANY(:keys)
             OR id = (SELECT code_id FROM affiliate_cart_touch
                       WHERE cart_id = :cart_id AND deleted_at IS NULL))
        AND (retired_at IS NULL OR retired_at > :placed_at)
        -- A code is not removed while an order is being judged by it.
        FOR KEY SHARE`,
    input
  )

export interface ClickRow {
  id: string
  affiliate_id: string
  link_id: string | null
  sub_id: string | null
  created_at: Date
}

/** The clicks of the visitor who filled the cart, latest first, bounded. */
export const readClicks = async (
  trx: Trx,
  input: { cart_id: string | null; placed_at: Date }
): Promise<ClickRow[]> =>
  rowsOf<ClickRow>(
    trx,
    `SELECT k.id, k.affiliate_id, k.link_id, k.sub_id, k.created_at
       FROM affiliate_cart_touch c
       LEFT JOIN affiliate_click bound ON bound.id = c.click_id
       JOIN affiliate_click k
         ON k.id = c.click_id
         OR k.visitor_id = coalesce(c.visitor_id, bound.visitor_id)
      WHERE c.cart_id = :cart_id AND c.deleted_at IS NULL
        AND k.created_at <= :placed_at
      ORDER BY k.created_at DESC, k.id DESC
      LIMIT ${CLICKS_MAX}`,
    input
  )

/** The affiliate's own mark that a cart remembers. */
export const readCartMark = async (
  trx: Trx,
  cart_id: string | null
): Promise<string | null> => {
  const rows = await rowsOf<{ sub_id: string | null }>(
    trx,
    `SELECT sub_id FROM affiliate_cart_touch
      WHERE cart_id = :cart_id AND deleted_at IS NULL`,
    { cart_id }
  )
  return rows[0]?.sub_id ?? null
}

/** The affiliates above one at a moment, nearest first, no more than `depth` of them. */
export const readAncestors = async (
  trx: Trx,
  parent_id: string,
  depth: number,
  moment: Date
): Promise<string[]> => {
  const rows = await rowsOf<{ id: string }>(
    trx,
    `WITH RECURSIVE up (id, parent_id, depth) AS (
       SELECT a.id, a.parent_id, 1
         FROM affiliate a_now CROSS JOIN ${asOf("affiliate", "a_now")} a
        WHERE a_now.id = :parent_id
       UNION ALL
       SELECT a.id, a.parent_id, up.depth + 1
         FROM up
         JOIN affiliate a_now ON a_now.id = up.parent_id
        CROSS JOIN ${asOf("affiliate", "a_now")} a
        WHERE up.depth < :depth)
     SELECT id FROM up ORDER BY depth`,
    { parent_id, depth, moment }
  )
  return rows.map((row) => row.id)
}
