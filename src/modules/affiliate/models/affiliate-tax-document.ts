import { model } from "@medusajs/framework/utils"

import { DOCUMENT_KINDS } from "../domain/tax/document"

/**
 * The paper of one payment: an invoice written for the affiliate, or an advice of what was paid; or what corrects it when
 * money came back. What it says is fixed when it is issued. The database refuses every change but encrypting it anew.
 */
const AffiliateTaxDocument = model
  .define("affiliate_tax_document", {
    id: model.id({ prefix: "affpaper" }).primaryKey(),
    affiliate_id: model.text().index(),
    payout_id: model.text(),
    /** `paid:` and the attempt, or `returned:`, the attempt and what had come back of it in all. */
    fact: model.text(),
    /** The paper that it corrects; null = it is of a payment. */
    corrects_id: model.text().nullable(),
    kind: model.enum([...DOCUMENT_KINDS]),
    /** The year of the payment, or in which it came back; in it, documents of a kind are counted from 1 without gaps. */
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
      on: ["payout_id", "fact"],
      unique: true,
    },
    {
      name: "IDX_affiliate_tax_document_sequence_unique",
      on: ["kind", "year", "sequence"],
      unique: true,
    },
  ])

export default AffiliateTaxDocument
