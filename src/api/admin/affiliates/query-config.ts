/** What a row of the list answers. */
const rowFields = [
  "id",
  "name",
  "email",
  "status",
  "status_reason",
  "program_id",
  "program.id",
  "program.name",
  "tier_id",
  "tier.id",
  "tier.name",
  "parent_id",
  "customer_id",
  "codes.id",
  "codes.code",
  "codes.discount_percent",
  "codes.promotion_id",
  "codes.retired_at",
  "codes.created_at",
  "balances.currency_code",
  "balances.pending",
  "balances.available",
  "balances.requested",
  "balances.paid",
  "commission_percent",
  "trailing_months",
  "website",
  "country_code",
  "created_at",
  "updated_at",
  "approved_at",
  "suspended_at",
  "erased_at",
]

const detailFields = [
  ...rowFields,
  "status_history",
  "answers",
  "agreement_version",
  "agreement_accepted_at",
  "identity_status",
  "identity_note",
  "identity_decided_at",
  "reapply_at",
  "emails_off",
]

const allowed = [
  ...detailFields,
  "metadata",
  "program",
  "tier",
  "codes",
  "codes.promotion.code",
  "codes.promotion.status",
  "balances",
  "customer.id",
  "customer.email",
]

export const listAdminAffiliatesConfig = {
  entity: "affiliate",
  defaults: rowFields,
  allowed,
  isList: true,
}

export const retrieveAdminAffiliateConfig = {
  entity: "affiliate",
  defaults: detailFields,
  allowed,
  isList: false,
}
