import type { ChangedEntity } from "../types"

/**
 * How a recorded value is told: `words` as they are, `choice` by the names of
 * its enum, `list` as one line each, `count` by how many there are, `present`
 * only whether there is one (an id that says nothing, or much text), `hidden`
 * not at all.
 */
export type ValueKind =
  | "words"
  | "reason"
  | "choice"
  | "flag"
  | "number"
  | "percent"
  | "rate"
  | "days"
  | "months"
  | "money"
  | "amounts"
  | "moment"
  | "country"
  | "list"
  | "emails"
  | "count"
  | "requirements"
  | "levels"
  | "cap"
  | "masked"
  | "answers"
  | "joining"
  | "affiliate"
  | "program"
  | "tier"
  | "present"
  | "hidden"

/** Columns that mean the same in every table that has them. */
const FIELDS: Record<string, ValueKind> = {
  id: "hidden",
  deleted_at: "hidden",
  metadata: "present",
  program_id: "program",
  tier_id: "tier",
  parent_id: "affiliate",
  affiliate_id: "affiliate",
  customer_id: "present",
  auth_identity_id: "present",
  promotion_id: "hidden",
  status: "choice",
  kind: "choice",
  source: "choice",
  email_status: "choice",
  reason: "words",
  status_reason: "reason",
  requested_by: "choice",
  provider: "choice",
  commission_type: "choice",
  attribution_model: "choice",
  self_referral: "choice",
  identity_status: "choice",
  identity_provider: "choice",
  identity_required: "choice",
  outcome: "choice",
  hold_source: "hidden",
  country_code: "country",
  currency_code: "words",
  commission_value: "rate",
  commission_percent: "percent",
  discount_percent: "percent",
  revenue_split: "percent",
  amount: "money",
  returned_amount: "money",
  original_amount: "hidden",
  base_total: "hidden",
  revenue_total: "hidden",
  commission_total: "hidden",
  fixed_values: "amounts",
  minimum_payouts: "amounts",
  milestones: "amounts",
  identity_amounts: "amounts",
  cap_per_order: "amounts",
  cap_per_period: "cap",
  levels: "levels",
  requirements: "requirements",
  features: "list",
  emails_off: "emails",
  form_fields: "count",
  conditions: "count",
  join_requirements: "joining",
  approvals: "count",
  item_count: "number",
  payout_schedule: "present",
  answers: "answers",
  details_masked: "masked",
  destination_masked: "masked",
  hold_days: "days",
  attribution_window_days: "days",
  reapply_days: "days",
  trailing_months: "months",
  auto_approve: "flag",
  include_shipping: "flag",
  include_tax: "flag",
  new_customers_only: "flag",
  utm_template: "present",
  link_id: "hidden",
  sub_id: "hidden",
  auto: "flag",
  exclude: "flag",
  held: "flag",
  payouts_enabled: "flag",
  payable: "hidden",
  paid: "hidden",
  flagged: "flag",
  requires_acceptance: "flag",
  rank: "number",
  version: "number",
  level: "number",
  attempt: "number",
  body: "present",
  terms: "words",
  approved_at: "moment",
  suspended_at: "moment",
  accepted_at: "moment",
  agreement_accepted_at: "moment",
  available_at: "moment",
  canceled_at: "moment",
  cool_off_until: "moment",
  ends_at: "moment",
  erased_at: "moment",
  expires_at: "moment",
  failed_at: "moment",
  identity_decided_at: "moment",
  paid_at: "moment",
  placed_at: "hidden",
  processing_at: "moment",
  published_at: "moment",
  reapply_at: "moment",
  released_at: "moment",
  retired_at: "moment",
  returned_at: "moment",
  revoked_at: "moment",
  scheduled_for: "moment",
  sent_at: "moment",
  starts_at: "moment",
  stuck_at: "moment",
  archived_at: "moment",
  backup_withholding: "flag",
  exempt_payee: "flag",
  gate: "flag",
  width: "number",
  height: "number",
  image_url: "present",
  agreement_id: "hidden",
  body_sha256: "hidden",
  click_id: "hidden",
  code_id: "hidden",
  conversion_id: "hidden",
  display_id: "hidden",
  email_normalized: "hidden",
  file_id: "hidden",
  idempotency_key: "hidden",
  order_id: "hidden",
  order_display_id: "number",
  revision: "hidden",
  rule_id: "hidden",
}

/** What says nothing of a new row, because every new one has it or the page shows whose it is. */
const OF_NEW_ROWS: Partial<Record<ChangedEntity, string[]>> = {
  affiliate: ["approved_at", "program_id", "identity_status"],
  affiliate_agreement_acceptance: ["affiliate_id"],
  affiliate_code: ["affiliate_id"],
  affiliate_commission: [
    "affiliate_id",
    "available_at",
    "currency_code",
    "level",
    "program_id",
    "released_at",
    "status",
  ],
  affiliate_contract: ["affiliate_id"],
  affiliate_conversion: ["program_id"],
  affiliate_creative: ["program_id", "mime_type"],
  affiliate_identity_document: ["affiliate_id", "mime_type"],
  affiliate_invitation: ["affiliate_id", "email_status", "program_id"],
  affiliate_payout: [
    "affiliate_id",
    "attempt",
    "currency_code",
    "returned_amount",
    "status",
  ],
  affiliate_payout_batch: [
    "amount",
    "approvals",
    "approvals_needed",
    "currency_code",
    "item_count",
    "status",
  ],
  affiliate_payout_method: ["affiliate_id", "payouts_enabled"],
  affiliate_rule: ["program_id"],
  affiliate_rule_version: ["published_at"],
  affiliate_tax_form: ["affiliate_id"],
  affiliate_tax_standing: ["affiliate_id"],
  affiliate_tier: ["program_id"],
}

export const kindOf = (field: string): ValueKind => FIELDS[field] ?? "words"

/** What a new row has by itself, or by where it is shown. */
export const goesWithout = (entity: ChangedEntity, field: string): boolean =>
  OF_NEW_ROWS[entity]?.includes(field) ?? false

/** Nobody has said anything with these. */
export function isNothing(value: unknown): boolean {
  return (
    value === null ||
    value === undefined ||
    value === "" ||
    value === false ||
    (Array.isArray(value) && value.length === 0)
  )
}
