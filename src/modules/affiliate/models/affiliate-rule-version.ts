import { model } from "@medusajs/framework/utils"

import AffiliateRule from "./affiliate-rule"
import { jsonList } from "./json-list"

/**
 * What a rule says from a moment on, until its next version. The database
 * refuses every UPDATE and DELETE: an order is priced by the version in force
 * when it was placed, however late it is judged.
 */
const AffiliateRuleVersion = model
  .define("affiliate_rule_version", {
    id: model.id({ prefix: "affrulev" }).primaryKey(),
    rule: model.belongsTo(() => AffiliateRule, { mappedBy: "versions" }),
    version: model.number(),
    name: model.text(),
    commission_type: model.enum([
      "percentage",
      "fixed_per_item",
      "fixed_per_order",
    ]),
    commission_value: model.bigNumber(),
    /** `[{ currency_code, amount }]` for the fixed commission types. */
    fixed_values: jsonList(),
    /** What matches earns nothing. */
    exclude: model.boolean().default(false),
    /** `RuleCondition[]` of `domain/rules/rule.ts`; all must hold. */
    conditions: jsonList(),
    /** `[{ currency_code, amount }]` */
    cap_per_order: jsonList(),
    /** `{ period, values: [{ currency_code, amount }] }` */
    cap_per_period: model.json().nullable(),
    starts_at: model.dateTime().nullable(),
    ends_at: model.dateTime().nullable(),
    /** The database's clock, when the version was written. */
    published_at: model.dateTime(),
  })
  .indexes([
    {
      name: "IDX_affiliate_rule_version_unique",
      on: ["rule_id", "version"],
      unique: true,
    },
  ])

export default AffiliateRuleVersion
