import type { CurrencyAmount, Paged, Ref } from "./common"

export type AffiliateStatus = "pending" | "approved" | "rejected" | "suspended"

export type AffiliateCode = {
  id: string
  code: string
  /** Percent off for the shopper; `null` = the code only attributes. */
  discount_percent: number | null
  promotion_id: string | null
  retired_at: string | null
}

/** Sums of the ledger in one currency; `available` may be negative: a debt. */
export type AffiliateBalance = {
  currency_code: string
  pending: number
  available: number
  requested: number
  paid: number
}

export type Affiliate = {
  id: string
  name: string
  email: string
  status: AffiliateStatus
  status_reason: string | null
  program: Ref
  tier: Ref | null
  parent_id: string | null
  customer_id: string | null
  codes: AffiliateCode[]
  balances: AffiliateBalance[]
  /** Goes before the tier's and the program's; `null` = theirs. */
  commission_percent: number | null
  /** `null` = the program's, `0` = first order only. */
  trailing_months: number | null
  website: string | null
  country_code: string | null
  created_at: string
  approved_at: string | null
  /** When the person's data was erased: only the books are left, and the store changes nothing of them any more. */
  erased_at: string | null
}

export type AffiliateMilestone = {
  id: string
  currency_code: string
  threshold: number
  reached_at: string
}

export type PayoutMethod = {
  provider: string
  /** What may be shown: account numbers keep their last four. */
  details_masked: Record<string, string | null>
  /** Whether its provider can send money to it now. */
  payouts_enabled: boolean
  /** What is missing where it cannot. */
  state_note: string | null
  /** Payouts to it wait until then, because it took another account's place; `null` = they do not. */
  cool_off_until: string | null
}

/** What the affiliate wrote when it applied, by the keys of the program's form. */
export type Answers = Record<string, unknown>

/** An affiliate who waits for a decision, with what it wrote. */
export type Application = Affiliate & { answers: Answers | null }

export type AffiliateDetail = Application & {
  /** A rejected applicant may apply again from then on; `null` = at any time. */
  reapply_at: string | null
  has_login: boolean
  agreement_version: string | null
  agreement_accepted_at: string | null
  /** What the affiliate does not want to be written to about. */
  emails_off: string[]
  parent: Ref | null
  children_count: number
  payout_method: PayoutMethod | null
  milestones: AffiliateMilestone[]
}

export type AffiliateListResponse = { affiliates: Affiliate[] } & Paged
export type ApplicationListResponse = { affiliates: Application[] } & Paged
export type AffiliateResponse = { affiliate: AffiliateDetail }
export type PayoutMethodResponse = { payout_method: PayoutMethod | null }

export type CreateAffiliate = {
  name: string
  email: string
  code?: string
  discount_percent?: number
  program_id?: string
  tier_id?: string
  parent_id?: string
  customer_id?: string
  commission_percent?: number
  trailing_months?: number
}

export type UpdateAffiliate = {
  name?: string
  email?: string
  program_id?: string
  tier_id?: string | null
  parent_id?: string | null
  customer_id?: string | null
  commission_percent?: number | null
  trailing_months?: number | null
  website?: string | null
  country_code?: string | null
}

export type AffiliateTransition = "approve" | "reject" | "suspend" | "reinstate"

/** When a rejected applicant may apply again; without either, as the program says. */
export type Reapply = { reapply_at?: string | null; reapply_days?: number }

/** What became of one of many affiliates that were decided on together. */
export type BatchOutcome =
  | { id: string; ok: true; status: AffiliateStatus }
  | { id: string; ok: false; error: { type: string; message: string } }

export type BatchResponse = {
  results: BatchOutcome[]
  succeeded: number
  failed: number
}

export type CreateCode = { code: string; discount_percent?: number }

/** Bank details of the manual provider. */
export type ManualDetails = {
  account_holder: string
  iban?: string
  bic?: string
  account_number?: string
  routing_number?: string
  bank_name?: string
  note?: string
}

export type SetPayoutMethod = { provider: "manual"; details: ManualDetails }

export type CreateAdjustment = {
  affiliate_id: string
  /** In major units, not zero, may be negative. */
  reason: string
} & CurrencyAmount
