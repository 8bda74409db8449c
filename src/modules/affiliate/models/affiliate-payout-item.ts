import { model } from "@medusajs/framework/utils"

import AffiliatePayout from "./affiliate-payout"

/**
 * The part of one commission inside a payout. Negative where a debt is netted;
 * the items add up to the payout's amount.
 */
const AffiliatePayoutItem = model
  .define("affiliate_payout_item", {
    id: model.id({ prefix: "affpitem" }).primaryKey(),
    payout: model.belongsTo(() => AffiliatePayout, { mappedBy: "items" }),
    commission_id: model.text().index(),
    amount: model.bigNumber(),
    /** The part of what came back of the payout; of the same sign as the amount, and never beyond it. */
    returned_amount: model.bigNumber().default(0),
  })
  .indexes([
    {
      name: "IDX_affiliate_payout_item_commission_unique",
      on: ["payout_id", "commission_id"],
      unique: true,
    },
  ])

export default AffiliatePayoutItem
