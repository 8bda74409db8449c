import { model } from "@medusajs/framework/utils"

import AffiliateProgram from "./affiliate-program"
import AffiliateRuleVersion from "./affiliate-rule-version"

/** A commission rate that applies only to some goods, places or buyers; what it says is in its versions. */
const AffiliateRule = model
  .define("affiliate_rule", {
    id: model.id({ prefix: "affrule" }).primaryKey(),
    program: model.belongsTo(() => AffiliateProgram),
    /** As its latest version has it, to search and sort by. */
    name: model.text().searchable(),
    /** As its latest version has it. */
    exclude: model.boolean().default(false),
    /** The latest version's number. */
    version: model.number(),
    /** From then on it applies to no order; `null` = it is in force. */
    retired_at: model.dateTime().nullable(),
    versions: model.hasMany(() => AffiliateRuleVersion, { mappedBy: "rule" }),
  })
  .indexes([{ name: "IDX_affiliate_rule_program", on: ["program_id"] }])

export default AffiliateRule
