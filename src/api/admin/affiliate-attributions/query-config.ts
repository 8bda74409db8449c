const attributionFields = [
  "id",
  "affiliate_id",
  "affiliate.id",
  "affiliate.name",
  "affiliate.email",
  "customer_id",
  "email_normalized",
  "order_id",
  "starts_at",
  "ends_at",
  "created_at",
  "updated_at",
]

export const listAdminAttributionsConfig = {
  entity: "affiliate_attribution",
  defaults: attributionFields,
  allowed: attributionFields,
  isList: true,
}
