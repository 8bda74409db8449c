import { tierFields } from "../affiliate-tiers/query-config"

const programFields = [
  "id",
  "name",
  "handle",
  "status",
  "commission_type",
  "commission_value",
  "fixed_values",
  "hold_days",
  "attribution_window_days",
  "attribution_model",
  "trailing_months",
  "minimum_payouts",
  "levels",
  "milestones",
  "self_referral",
  "auto_approve",
  "include_shipping",
  "include_tax",
  "new_customers_only",
  "utm_template",
  "form_fields",
  "join_requirements",
  "reapply_days",
  "identity_required",
  "identity_amounts",
  "payout_schedule",
  "payout_schedule_next_at",
  "created_at",
  "updated_at",
  ...tierFields.map((field) => `tiers.${field}`),
]

const allowed = [...programFields, "metadata", "tiers"]

export const listAdminProgramsConfig = {
  entity: "affiliate_program",
  defaults: programFields,
  allowed,
  isList: true,
}

export const retrieveAdminProgramConfig = {
  entity: "affiliate_program",
  defaults: programFields,
  allowed,
  isList: false,
}
