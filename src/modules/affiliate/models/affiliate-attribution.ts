import { model } from "@medusajs/framework/utils"

import Affiliate from "./affiliate"

/**
 * The lasting bond of a customer to one affiliate, by customer and by
 * normalised e-mail, so that a guest who later makes an account stays bound.
 * Derived from the customer's conversions: see `domain/bond.ts`.
 */
const AffiliateAttribution = model
  .define("affiliate_attribution", {
    id: model.id({ prefix: "affattr" }).primaryKey(),
    affiliate: model.belongsTo(() => Affiliate),
    customer_id: model.text().nullable(),
    email_normalized: model.text().nullable(),
    /** The order that made the bond. */
    order_id: model.text(),
    starts_at: model.dateTime(),
    /** `null` = for ever. */
    ends_at: model.dateTime().nullable(),
  })
  .indexes([
    {
      name: "IDX_affiliate_attribution_customer_unique",
      on: ["customer_id"],
      unique: true,
      where: "customer_id IS NOT NULL",
    },
    {
      name: "IDX_affiliate_attribution_email_unique",
      on: ["email_normalized"],
      unique: true,
      where: "email_normalized IS NOT NULL",
    },
    { name: "IDX_affiliate_attribution_order", on: ["order_id"] },
  ])

export default AffiliateAttribution
