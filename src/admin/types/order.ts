import type { TraceFacts } from "../../modules/affiliate/domain/trace-facts"
import type { AffiliateRef, Paged } from "./common"
import type { CommissionDetail } from "./commission"
import type { CommissionType, LevelBasis } from "./program"

export type OrderOutcome = "attributed" | "none"
export type OrderSource = "code" | "click" | "attribution" | "manual"

export type { TraceFacts }

/** What was looked at, what it found and what followed, in English words. */
export type TraceStep = {
  /** A stable word. */
  step: string
  looked_at: string
  found: string
  followed: string
  /** The same as facts; verdicts of an older store have none. */
  facts?: TraceFacts
}

/** The terms as they stood when the order was placed. */
export type PinnedTerms = {
  program_id: string
  tier_id: string | null
  /** Whose value was taken. */
  rate_source: "contract" | "affiliate" | "tier" | "program"
  commission_type: CommissionType
  /** Percent, or major units of the order's currency for the fixed types. */
  commission_value: string
  hold_days: number
  /** `null` = for ever, `0` = first order only. */
  trailing_months: number | null
  include_shipping: boolean
  include_tax: boolean
  levels: {
    level: number
    affiliate_id: string
    percent: string
    basis: LevelBasis
  }[]
}

/** The verdict on one order. */
export type AffiliateOrder = {
  id: string
  order_id: string
  order_display_id: number | null
  outcome: OrderOutcome
  /** A stable word, e.g. `code`, `no_touch`, `self_referral`. */
  reason: string
  affiliate_id: string | null
  affiliate: AffiliateRef | null
  source: OrderSource | null
  currency_code: string
  base_total: number
  commission_total: number
  placed_at: string
  canceled: boolean
  paid: boolean
  flagged: boolean
  note: string | null
}

export type AffiliateOrderDetail = AffiliateOrder & {
  commissions: CommissionDetail[]
  trace: TraceStep[]
  terms: PinnedTerms | null
  /** The customer's bond, if there is one. */
  attribution: { affiliate_id: string; ends_at: string | null } | null
}

export type AffiliateOrderListResponse = {
  affiliate_orders: AffiliateOrder[]
} & Paged
export type AffiliateOrderResponse = { affiliate_order: AffiliateOrderDetail }

/** `affiliate_id: null` credits nobody. */
export type AttributeOrder = { affiliate_id: string | null; note: string }
