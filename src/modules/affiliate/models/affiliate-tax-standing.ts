import { model } from "@medusajs/framework/utils"

/** What the merchant was told by a tax authority of an affiliate. */
const AffiliateTaxStanding = model
  .define("affiliate_tax_standing", {
    id: model.id({ prefix: "affstand" }).primaryKey(),
    affiliate_id: model.text(),
    backup_withholding: model.boolean().default(false),
    /** Why it was set, or taken back. */
    reason: model.text().nullable(),
  })
  .indexes([
    {
      name: "IDX_affiliate_tax_standing_affiliate_unique",
      on: ["affiliate_id"],
      unique: true,
    },
  ])

export default AffiliateTaxStanding
