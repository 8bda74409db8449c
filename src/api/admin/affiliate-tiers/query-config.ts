export const tierFields = [
  "id",
  "program_id",
  "name",
  "rank",
  "commission_value",
  "minimum_payouts",
  "requirements",
  "auto",
  "features",
  "created_at",
  "updated_at",
]

const allowed = [...tierFields, "program"]

export const listAdminTiersConfig = {
  entity: "affiliate_tier",
  defaults: tierFields,
  allowed,
  isList: true,
}

export const retrieveAdminTierConfig = {
  entity: "affiliate_tier",
  defaults: tierFields,
  allowed,
  isList: false,
}
