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
  rate_source: "contract" | "affiliate" | "tier" | "program"
  hold_days: number
}

/** A commission rule as it was when the order was placed. */
export interface RuleNamed {
  rule_id: string
  rule_name: string
  version: number
}

/** What a condition of a rule may ask about. */
export type RuleAttributeName =
  | "variant"
  | "product"
  | "collection"
  | "category"
  | "type"
  | "tag"
  | "item_kind"
  | "affiliate"
  | "customer_group"
  | "customer_kind"
  | "campaign"
  | "tier"
  | "sales_channel"
  | "region"

/** Why a rule does not price a line. */
export type RuleRefusalFacts =
  | { reason: "condition"; attribute: RuleAttributeName; negate: boolean }
  | {
      reason:
        "currency" | "less_specific" | "exclusion_first" | "older" | "contract"
    }

export type RefusedRuleFacts = RuleNamed & RuleRefusalFacts

interface WithRefusals {
  /** Those that came nearest first. */
  refused: RefusedRuleFacts[]
  /** How many more are not told. */
  refused_more: number
}

/** Which commission rules were in force when the order was placed, and may apply to its lines. */
export type RulesFacts = {
  kind: "rules"
  in_force: number
  /** Those that may; the others are refused for what holds for the whole order. */
  pinned: number
} & WithRefusals

/** The rule that a line of the order falls under; `terms` = none, the program's terms count. */
export type RuleLineFacts = {
  kind: "rule_line"
  order_line_id: string
  title: string
  base: string
  currency_code: string
} & WithRefusals &
  ({ outcome: "rule" | "excluded"; rule: RuleNamed } | { outcome: "terms" })

/** A cap that keeps a rule from paying all that its lines earned. */
export type RuleCapFacts = {
  kind: "rule_cap"
  earned: string
  granted: string
  currency_code: string
} & RuleNamed &
  ({ of: "order" } | { of: "period"; period: "day" | "week" | "month" | "all" })

interface LevelAmounts {
  amounts: { level: number; amount: string }[]
  currency_code: string
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
  | RulesFacts
  | RuleLineFacts
  | { kind: "rule_lines_more"; lines: number }
  | RuleCapFacts
  | { kind: "canceled" }
  | { kind: "base"; amount: string; currency_code: string }
  | { kind: "refunds"; left: string; total: string; currency_code: string }
  | ({ kind: "owed" } & LevelAmounts)
  /** What released commissions stay at until the order is fully paid. */
  | ({ kind: "waiting" } & LevelAmounts)
