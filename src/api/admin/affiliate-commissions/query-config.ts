export const adminCommissionFields = [
  "id",
  "affiliate_id",
  "affiliate.id",
  "affiliate.name",
  "affiliate.email",
  "program_id",
  "order_id",
  "order_display_id",
  "level",
  "kind",
  "amount",
  "original_amount",
  "currency_code",
  "status",
  "available_at",
  "released_at",
  "held",
  "hold_source",
  "hold_reason",
  "payable",
  "reason",
  "created_at",
  "updated_at",
]

export const listAdminCommissionsConfig = {
  entity: "affiliate_commission",
  defaults: adminCommissionFields,
  allowed: adminCommissionFields,
  isList: true,
}

export const retrieveAdminCommissionConfig = {
  entity: "affiliate_commission",
  defaults: adminCommissionFields,
  allowed: adminCommissionFields,
  isList: false,
}
