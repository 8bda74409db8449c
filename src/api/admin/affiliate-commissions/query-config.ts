import { entryFields, lineFields } from "../../utils/commission-parts"

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

/** What a commission is made of, and what became of it in the ledger. */
export const adminCommissionPartFields = [
  ...lineFields,
  "lines.order_line_id",
  ...entryFields,
  "entries.source_key",
]

const rowFields = [...adminCommissionFields, ...adminCommissionPartFields]

export const listAdminCommissionsConfig = {
  entity: "affiliate_commission",
  defaults: rowFields,
  allowed: rowFields,
  isList: true,
}

export const retrieveAdminCommissionConfig = {
  entity: "affiliate_commission",
  defaults: adminCommissionFields,
  allowed: adminCommissionFields,
  isList: false,
}
