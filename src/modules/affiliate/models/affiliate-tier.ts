import { model } from "@medusajs/framework/utils"

import AffiliateProgram from "./affiliate-program"
import { jsonList } from "./json-list"

/** A class of partner inside a program, with terms of its own where it has them. */
const AffiliateTier = model
  .define("affiliate_tier", {
    id: model.id({ prefix: "afftier" }).primaryKey(),
    program: model.belongsTo(() => AffiliateProgram, { mappedBy: "tiers" }),
    name: model.text().searchable(),
    rank: model.number().default(0),
    /** Overrides the program's `commission_value`; `null` = the program's. */
    commission_value: model.bigNumber().nullable(),
    /** `[{ currency_code, amount }]`; goes before the program's, per currency. */
    minimum_payouts: jsonList(),
    /** `[{ metric, window_days, currency_code?, threshold }]` */
    requirements: jsonList(),
    /** Affiliates come and go by the requirements alone. */
    auto: model.boolean().default(false),
    /** What the tier offers beside its rate, in words to show. */
    features: jsonList(),
  })
  .indexes([
    { name: "IDX_affiliate_tier_program_rank", on: ["program_id", "rank"] },
  ])

export default AffiliateTier
