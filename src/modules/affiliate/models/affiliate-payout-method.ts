import { model } from "@medusajs/framework/utils"

/** Where an affiliate's money goes; the details are encrypted at rest. */
const AffiliatePayoutMethod = model
  .define("affiliate_payout_method", {
    id: model.id({ prefix: "affmeth" }).primaryKey(),
    affiliate_id: model.text(),
    provider: model.text(),
    details: model.text(),
    details_masked: model.json(),
  })
  .indexes([
    {
      name: "IDX_affiliate_payout_method_affiliate_unique",
      on: ["affiliate_id"],
      unique: true,
    },
  ])

export default AffiliatePayoutMethod
