import { model } from "@medusajs/framework/utils"

/**
 * The paper of one paid payout: an invoice written for the affiliate, or an advice of what was paid. What it says is
 * fixed when it is issued. The database refuses every change but encrypting it anew.
 */
const AffiliateTaxDocument = model
  .define("affiliate_tax_document", {
    id: model.id({ prefix: "affpaper" }).primaryKey(),
    affiliate_id: model.text().index(),
    payout_id: model.text(),
    kind: model.enum(["self_billing_invoice", "remittance_advice"]),
    /** The year that the payout was paid in; in it, documents are counted from 1 without gaps. */
    year: model.number(),
    sequence: model.number(),
    number: model.text(),
    issued_at: model.dateTime(),
    /** `PayoutDocument` of `domain/tax/document.ts`, encrypted for this row. */
    details: model.text(),
  })
  .indexes([
    {
      name: "IDX_affiliate_tax_document_payout_unique",
      on: ["payout_id"],
      unique: true,
    },
    {
      name: "IDX_affiliate_tax_document_sequence_unique",
      on: ["kind", "year", "sequence"],
      unique: true,
    },
  ])

export default AffiliateTaxDocument
