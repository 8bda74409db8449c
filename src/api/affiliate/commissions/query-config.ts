import { entryFields, lineFields } from "../../utils/commission-parts"

/**
 * What an affiliate sees of a commission: not the order's id, with which
 * anybody can read its buyer's address from the storefront API, nor what a
 * risk rule found.
 */
export const commissionFields = [
  "id",
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
  "payable",
  "reason",
  "created_at",
  ...lineFields,
  ...entryFields,
]

export const listCommissionsConfig = {
  entity: "affiliate_commission",
  defaults: commissionFields,
  allowed: commissionFields,
  isList: true,
}

export const retrieveCommissionConfig = {
  entity: "affiliate_commission",
  defaults: commissionFields,
  allowed: commissionFields,
  isList: false,
}
