import type { CurrencyAmount, Paged } from "./common"
import type { IdentityRequired } from "./identity"

export type ProgramStatus = "active" | "inactive"
export type CommissionType = "percentage" | "fixed_per_item" | "fixed_per_order"
export type AttributionModel = "last_touch" | "first_touch"
export type SelfReferral = "block" | "flag" | "allow"
export type LevelBasis = "order" | "commission"

/** What the affiliate `level - 1` steps above the credited one earns. */
export type ProgramLevel = {
  level: number
  percent: number
  basis: LevelBasis
}

export type TierMetric = "revenue" | "orders" | "commission"

export type TierRequirement = {
  metric: TierMetric
  /** `null` = since ever. */
  window_days: number | null
  currency_code?: string
  threshold: number
}

export type Tier = {
  id: string
  program_id: string
  name: string
  rank: number
  /** Goes before the program's; `null` = the program's. */
  commission_value: number | null
  minimum_payouts: CurrencyAmount[]
  requirements: TierRequirement[]
  auto: boolean
  /** What it offers beside its rate, in words to show. */
  features: string[]
}

/** What somebody who applies is asked. */
export type FormField = {
  /** Small letters, digits and `_`; answers are kept by it. */
  key: string
  label: string
  type: "text" | "choice" | "url" | "number"
  required?: boolean
  /** Of `choice` only. */
  options?: string[]
}

/** What a program wants of whoever applies; what is left out is not asked for. */
export type JoinRequirements = {
  countries?: string[]
  email_domains?: string[]
  answers?: { key: string; values: string[] }[]
  otherwise: "review" | "reject"
}

/** How somebody gets into a program. */
export type ProgramJoining = {
  form_fields: FormField[]
  join_requirements: JoinRequirements | null
  /** Days a rejected applicant waits; `0` = none. */
  reapply_days: number
}

/** What links tell web analytics; names in braces are filled in. */
export type Utm = Partial<
  Record<"source" | "medium" | "campaign" | "term" | "content", string>
>

/** When a program pays out by itself. */
export type PayoutSchedule = {
  hour: number
  time_zone: string
  currency_codes?: string[]
  provider?: string
  start: "approval" | "at_once"
} & (
  | { every: "week"; weekday: number }
  | { every: "half_month"; days: number[] }
  | { every: "month"; day: number }
)

export type ProgramTerms = {
  commission_type: CommissionType
  /** Percent, or the amount in every currency without a fixed value of its own. */
  commission_value: number
  fixed_values: CurrencyAmount[]
  hold_days: number
  attribution_window_days: number
  attribution_model: AttributionModel
  /** `null` = for ever, `0` = first order only. */
  trailing_months: number | null
  minimum_payouts: CurrencyAmount[]
  levels: ProgramLevel[]
  milestones: CurrencyAmount[]
  self_referral: SelfReferral
  auto_approve: boolean
  include_shipping: boolean
  include_tax: boolean
  new_customers_only: boolean
  /** Where a link says nothing itself; `null` = nothing. */
  utm_template: Utm | null
  identity_required: IdentityRequired
  /** What is paid out in all without an identity; a currency not listed has no limit. */
  identity_amounts: CurrencyAmount[]
}

export type Program = ProgramTerms &
  ProgramJoining & {
    id: string
    name: string
    handle: string
    status: ProgramStatus
    tiers: Tier[]
    /** `null` = people make the batches. */
    payout_schedule: PayoutSchedule | null
    payout_schedule_next_at: string | null
    created_at: string
  }

export type ProgramDetail = Program & { affiliates_count: number }

export type ProgramListResponse = { affiliate_programs: Program[] } & Paged
export type ProgramResponse = { affiliate_program: ProgramDetail }
export type TierListResponse = { affiliate_tiers: Tier[] } & Paged
export type TierResponse = { affiliate_tier: Tier }

export type CreateProgram = {
  name: string
  handle?: string
  status?: ProgramStatus
  payout_schedule?: PayoutSchedule | null
} & Partial<ProgramTerms & ProgramJoining>
export type UpdateProgram = Partial<CreateProgram>

export type CreateTier = {
  program_id: string
  name: string
  rank: number
  commission_value?: number | null
  minimum_payouts?: CurrencyAmount[]
  requirements?: TierRequirement[]
  auto?: boolean
  features?: string[]
}
export type UpdateTier = Partial<Omit<CreateTier, "program_id">>
