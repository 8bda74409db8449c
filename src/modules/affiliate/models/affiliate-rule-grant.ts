import { model } from "@medusajs/framework/utils"

/**
 * What an order has of a rule's cap per period. The grants of a rule, an
 * affiliate, a currency and a period never add up to more than the cap.
 */
const AffiliateRuleGrant = model
  .define("affiliate_rule_grant", {
    id: model.id({ prefix: "affgrant" }).primaryKey(),
    rule_id: model.text(),
    affiliate_id: model.text(),
    order_id: model.text(),
    currency_code: model.text(),
    /** When the period begins, UTC; the start of time for `all`. */
    period_start: model.dateTime(),
    /** What the rule's lines would earn without the cap. */
    earned: model.bigNumber(),
    /** What they may. */
    granted: model.bigNumber(),
  })
  .indexes([
    {
      name: "IDX_affiliate_rule_grant_order_unique",
      on: ["order_id", "rule_id", "affiliate_id"],
      unique: true,
    },
    {
      name: "IDX_affiliate_rule_grant_period",
      on: ["rule_id", "affiliate_id", "currency_code", "period_start"],
    },
  ])

export default AffiliateRuleGrant
