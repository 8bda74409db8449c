import { model } from "@medusajs/framework/utils"

import Affiliate from "./affiliate"

/**
 * An affiliate's word at checkout. With a discount it is also a Medusa
 * promotion; without one it only attributes. Never soft-deleted: a retired
 * code keeps its word, so that nobody else can take it over.
 */
const AffiliateCode = model.define("affiliate_code", {
  id: model.id({ prefix: "affcode" }).primaryKey(),
  /** As the merchant wrote it; matched in any letter case. */
  code: model.text().searchable(),
  /** `upper(code)`, unique for ever (index without a `deleted_at` filter). */
  code_key: model.text(),
  affiliate: model.belongsTo(() => Affiliate, { mappedBy: "codes" }),
  promotion_id: model.text().index().nullable(),
  /** Percent off for the shopper; `null` = no discount. */
  discount_percent: model.bigNumber().nullable(),
  retired_at: model.dateTime().nullable(),
})

export default AffiliateCode
