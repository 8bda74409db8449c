/**
 * What the steps of a trace say, as facts: JSON-safe, decimals and times as
 * text (major units, ISO 8601 UTC). Imports nothing, because the dashboard
 * reads this file too.
 */

/** Why an affiliate is not credited. */
export type Refusal =
  | "affiliate_pending"
  | "affiliate_rejected"
  | "affiliate_suspended"
  | "program_inactive"
  | "self_referral"
  | "returning_customer"

/** Why an affiliate above the credited one earns nothing. */
export type LevelRefusal = Exclude<
  Refusal,
  "program_inactive" | "returning_customer"
>

interface OfAffiliate {
  affiliate_id: string
  affiliate_name: string
}

/** A touch of the order; its kind is the source that it would be credited by. */
export type TouchFound = OfAffiliate &
  (
    | { kind: "manual"; note: string }
    | {
        kind: "code"
        code: string
        /** `0` for a code without discount. */
        discount: string
        currency_code: string
      }
    | { kind: "click"; clicked_at: string }
    | {
        kind: "attribution"
        /** `null` = for ever. */
        ends_at: string | null
      }
  )

/** What came of a touch; `outranked` = a stronger one is credited. */
export type TouchOutcome =
  | { outcome: "credited" }
  | { outcome: "outranked" }
  | { outcome: "passed_over"; refusal: Refusal }

export type TouchFacts = TouchFound & TouchOutcome

/** An affiliate above the credited one, and what that earns. */
export type LevelFacts = OfAffiliate & {
  kind: "level"
  /** Level 2 is the parent of the credited affiliate. */
  level: number
  percent: string
  basis: "order" | "commission"
} & ({ outcome: "earns" } | { outcome: "passed_over"; refusal: LevelRefusal })

export interface TermsFacts {
  kind: "terms"
  commission_type: "percentage" | "fixed_per_item" | "fixed_per_order"
  /** Percent, or major units of `currency_code` for the fixed types. */
  commission_value: string
  currency_code: string
  rate_source: "affiliate" | "tier" | "program"
  hold_days: number
}

/** Told from the other kinds by `kind`. Money is in major units of the order's currency. */
export type TraceFacts =
  | TouchFacts
  | { kind: "manual_nobody"; note: string }
  | { kind: "none_found"; of: "code" | "click" | "attribution" }
  | { kind: "clicks_outside"; clicks: number }
  | ({ kind: "attribution_ended"; ended_at: string } & OfAffiliate)
  | ({ kind: "own_purchase" } & OfAffiliate)
  | LevelFacts
  | TermsFacts
  | { kind: "canceled" }
  | { kind: "base"; amount: string; currency_code: string }
  | { kind: "refunds"; left: string; total: string; currency_code: string }
  | {
      kind: "owed"
      amounts: { level: number; amount: string }[]
      currency_code: string
    }
