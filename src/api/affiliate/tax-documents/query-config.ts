/** What an affiliate sees of the papers of their payouts. */
export const taxDocumentFields = [
  "id",
  "payout_id",
  "corrects_id",
  "kind",
  "year",
  "number",
  "issued_at",
  "created_at",
]

export const listTaxDocumentsConfig = {
  entity: "affiliate_tax_document",
  defaults: taxDocumentFields,
  allowed: taxDocumentFields,
  isList: true,
}
