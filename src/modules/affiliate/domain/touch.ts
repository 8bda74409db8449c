import { AffiliateStatus } from "./affiliate-status"
import { Amount } from "./money"

export type AttributionSource = "code" | "click" | "attribution" | "manual"

/** An affiliate who may be credited, with what decides whether it may. */
export interface Candidate {
  affiliate_id: string
  name: string
  email: string
  customer_id: string | null
  /** When the order was placed. */
  status: AffiliateStatus
  program_active: boolean
  attribution_window_days: number
  attribution_model: "last_touch" | "first_touch"
  self_referral: "block" | "flag" | "allow"
  new_customers_only: boolean
}

export interface CodeTouch {
  code_id: string
  code: string
  /** What the code took off the order; zero for a code without discount. */
  discount: Amount
  code_created_at: Date
  candidate: Candidate
}

export interface ClickTouch {
  click_id: string
  at: Date
  candidate: Candidate
}

export interface BondTouch {
  starts_at: Date
  ends_at: Date | null
  candidate: Candidate
}

export interface ManualTouch {
  /** `null` = an admin says nobody is to be credited. */
  candidate: Candidate | null
  note: string
}

/** All that a verdict on one order depends on. */
export interface AttributionInput {
  placed_at: Date
  /** Of the order, and of its codes' discounts. */
  currency_code: string
  customer_id: string | null
  email: string | null
  manual: ManualTouch | null
  codes: CodeTouch[]
  clicks: ClickTouch[]
  bond: BondTouch | null
  /** Whether the buyer has an earlier order that was not cancelled. */
  returning_customer: boolean
}
