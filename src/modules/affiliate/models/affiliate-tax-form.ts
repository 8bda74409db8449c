import { model } from "@medusajs/framework/utils"

/**
 * What an affiliate declared about its taxes. Every version is kept, the latest counts. All that it says is encrypted at
 * rest; beside it stands what reports and payouts ask for.
 */
const AffiliateTaxForm = model
  .define("affiliate_tax_form", {
    id: model.id({ prefix: "afftax" }).primaryKey(),
    affiliate_id: model.text(),
    /** Counts the forms of one affiliate, whichever they are. */
    version: model.number(),
    form: model.enum(["w9", "w8ben", "w8bene", "vat"]),
    classification: model.text(),
    country_code: model.text(),
    exempt_payee: model.boolean().default(false),
    tin_type: model.enum(["ssn", "itin", "ein"]).nullable(),
    /** What may be shown of the numbers. */
    tin_last_four: model.text().nullable(),
    foreign_tin_last_four: model.text().nullable(),
    /** Days in ISO 8601. */
    signed_on: model.text(),
    /** The last day on which it holds; `null` = until another is handed in. */
    expires_on: model.text().nullable(),
    /** `TaxFormFacts` of `domain/tax/form.ts`, encrypted for this row. */
    details: model.text(),
  })
  .indexes([
    {
      name: "IDX_affiliate_tax_form_version_unique",
      on: ["affiliate_id", "version"],
      unique: true,
    },
  ])

export default AffiliateTaxForm
