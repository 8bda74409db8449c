import { model } from "@medusajs/framework/utils"

import AffiliateCommission from "./affiliate-commission"

/** The share of one order line in a commission; the lines add up to it exactly. */
const AffiliateCommissionLine = model
  .define("affiliate_commission_line", {
    id: model.id({ prefix: "affline" }).primaryKey(),
    commission: model.belongsTo(() => AffiliateCommission, {
      mappedBy: "lines",
    }),
    /** The order's line item, or its shipping method. */
    order_line_id: model.text(),
    title: model.text(),
    quantity: model.bigNumber(),
    base: model.bigNumber(),
    amount: model.bigNumber(),
  })
  .indexes([
    {
      name: "IDX_affiliate_commission_line_order_line_unique",
      on: ["commission_id", "order_line_id"],
      unique: true,
    },
  ])

export default AffiliateCommissionLine
