const fields = [
  "id",
  "affiliate_id",
  "payout_id",
  "corrects_id",
  "kind",
  "year",
  "number",
  "issued_at",
  "created_at",
]

export const listAdminTaxDocumentsConfig = {
  entity: "affiliate_tax_document",
  defaults: fields,
  allowed: fields,
  isList: true,
}
