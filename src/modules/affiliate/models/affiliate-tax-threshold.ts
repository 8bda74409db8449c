import { model } from "@medusajs/framework/utils"

/** What the store says is reported from a tax year on, where it is not what `domain/tax/thresholds.ts` knows. */
const AffiliateTaxThreshold = model
  .define("affiliate_tax_threshold", {
    id: model.id({ prefix: "affthresh" }).primaryKey(),
    /** The first tax year that it holds for. */
    year: model.number(),
    /** US dollars, from which on payments of a year are reported. */
    amount: model.bigNumber(),
    /** Whether payouts wait for a tax form from that amount on. */
    gate: model.boolean().default(true),
  })
  .indexes([
    {
      name: "IDX_affiliate_tax_threshold_year_unique",
      on: ["year"],
      unique: true,
    },
  ])

export default AffiliateTaxThreshold
