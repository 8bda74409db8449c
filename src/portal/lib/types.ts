/** What the store's routes answer, as far as the portal shows it. Amounts in major units. */

export type List<Name extends string, Item> = Record<Name, Item[]> & {
  count: number
  offset: number
  limit: number
}

export type Profile = {
  id: string
  name: string
  email: string
  status: "pending" | "approved" | "rejected" | "suspended"
  program: { id: string; name: string; handle: string } | null
  codes: Code[]
  website: string | null
  country_code: string | null
  reapply_at: string | null
  approved_at: string | null
  created_at: string
  tier: Tier | null
  emails: Emails
  /** Whether the store has a way to send any. */
  sends_emails: boolean
  agreement: {
    accepted_version: number | null
    accepted_at: string | null
    due_version: number | null
  }
}

/** The e-mails that may be switched off, each with whether it is wanted. */
export type Emails = Record<
  | "payout_paid"
  | "payout_failed"
  | "agreement_published"
  | "tier_changed"
  | "milestone_reached",
  boolean
>

export type Code = {
  id: string
  code: string
  discount_percent: number | null
  retired_at: string | null
}

export type Tier = {
  id: string | null
  name: string | null
  features: string[]
}

export type Balance = {
  currency_code: string
  pending: number
  available: number
  requested: number
  paid: number
}

export type Figures = {
  clicks: number
  orders: number
  conversion_rate: number | null
  revenue: number
  commission: number
}

export type Part = Pick<Figures, "clicks" | "orders" | "revenue" | "commission">
export type Day = Part & { date: string }

export type Requirement = {
  metric: "revenue" | "orders" | "commission"
  window_days: number | null
  currency_code?: string | null
  threshold: number
  value: number
}

export type Dashboard = Figures & {
  from: string
  to: string
  currency_code: string
  currencies: string[]
  balances: Balance[]
  /** Money of no order: bonuses, and what the store gave or took by hand. */
  adjustments: number
  previous: Figures & { from: string; to: string }
  series: Day[]
  by_campaign: (Part & { campaign: string | null })[]
  by_sub_id: (Part & { sub_id: string | null })[]
  by_link: (Part & {
    link: { id: string; slug: string; label: string | null } | null
  })[]
  milestones: {
    threshold: number
    currency_code: string
    reached_at: string | null
    earned: number
  }[]
  next_tier: { id: string; name: string; requirements: Requirement[] } | null
}

export type CommissionStatus =
  "pending" | "available" | "requested" | "paid" | "clawed_back"
export type CommissionKind =
  "sale" | "trailing" | "level" | "bonus" | "adjustment"

export type EntryType =
  | "accrue"
  | "adjust"
  | "release"
  | "clawback"
  | "bonus"
  | "manual_adjustment"
  | "payout_requested"
  | "payout_canceled"
  | "payout_failed"
  | "payout_paid"
  | "payout_reversed"

export type Entry = {
  id: string
  account: "pending" | "available" | "requested" | "paid"
  amount: number
  type: EntryType
  payout_id: string | null
  created_at: string
}

export type Commission = {
  id: string
  order_display_id: number | null
  level: number
  kind: CommissionKind
  amount: number
  original_amount: number
  currency_code: string
  status: CommissionStatus
  available_at: string | null
  released_at: string | null
  held: boolean
  payable: boolean
  reason: string | null
  created_at: string
  lines: {
    id: string
    title: string
    quantity: number
    base: number
    amount: number
  }[]
  entries: Entry[]
}

export type Utm = Partial<
  Record<"source" | "medium" | "campaign" | "term" | "content", string>
>

export type Link = {
  id: string
  slug: string
  url: string
  destination_url: string
  label: string | null
  campaign: string | null
  sub_id: string | null
  utm: Utm | null
  archived_at: string | null
  created_at: string
  clicks: number
  orders: number
}

export type PayoutStatus =
  "pending" | "processing" | "paid" | "failed" | "canceled"

export type Payout = {
  id: string
  display_id: number
  currency_code: string
  amount: number
  status: PayoutStatus
  provider: string
  destination_masked: Record<string, string> | null
  requested_by: string
  reference: string | null
  failure_reason: string | null
  /** How much of it came back after it was paid. */
  returned_amount: number
  return_reason: string | null
  returned_at: string | null
  created_at: string
  processing_at: string | null
  paid_at: string | null
  failed_at: string | null
  canceled_at: string | null
  items?: {
    id: string
    commission_id: string
    amount: number
    commission?: {
      order_display_id: number | null
      kind: CommissionKind
      amount: number
    }
  }[]
}

export type PayoutSummary = {
  currency_code: string
  total_earnings: number
  total_paid_out: number
  pending_payouts: number
  available_balance: number
  minimum_payout: number
  payout_count: number
}

export type PayoutField = { name: string; label: string; required: boolean }
export type PayoutProvider = {
  id: string
  onboarding: { type: "form"; fields: PayoutField[] } | { type: "link" }
}
export type PayoutMethod = {
  payout_method: {
    provider: string
    details_masked: Record<string, string>
    /** Whether its provider can send money to it now. */
    payouts_enabled: boolean
    /** What is missing where it cannot. */
    state_note: string | null
    /** Payouts to it wait until then, because it took another account's place. */
    cool_off_until: string | null
  } | null
  payout_providers: PayoutProvider[]
}

export type Referral = {
  id: string
  name: string
  level: number
  status: Profile["status"]
  joined_at: string
  orders: number
  commission: { currency_code: string; amount: number }[]
}

export type Agreement = {
  id: string
  version: number
  title: string
  body: string
  requires_acceptance: boolean
  published_at: string
  accepted_at: string | null
  due: boolean
}

export type FormField = {
  key: string
  label: string
  type: "text" | "choice" | "url" | "number"
  required?: boolean
  options?: string[]
}

export type PublicProgram = {
  name: string
  handle: string
  form_fields: FormField[] | null
  agreement: Pick<
    Agreement,
    "version" | "title" | "body" | "requires_acceptance"
  > | null
}

export type PublicInvitation = {
  program: { name: string; handle: string } | null
  email: string
  name: string | null
  expires_at: string
}

export type Creative = {
  id: string
  kind: string
  title: string
  text: string | null
  image_url: string | null
  width: number | null
  height: number | null
  destination_url: string
  /** `null` = the affiliate has no code that it could credit. */
  embed_code: string | null
}

/** What the accounts held; `balance` = all of it that is not paid out yet. */
export type Standing = Omit<Balance, "currency_code"> & { balance: number }

export type StatementRow = Standing & {
  date: string
  type: EntryType
  kind: CommissionKind | null
  order_display_id: number | null
  payout_display_id: number | null
  reason: string | null
  amount: number
}

export type Statement = {
  from: string
  to: string
  currency_code: string
  opening: Standing
  closing: Standing
  rows: StatementRow[]
  count: number
}
