import { model } from "@medusajs/framework/utils"

import AffiliateTier from "./affiliate-tier"
import { jsonList } from "./json-list"

/**
 * The terms offered to affiliates. Amounts are in major units of their own
 * currency; percentages are written as `20` for twenty percent.
 */
const AffiliateProgram = model.define("affiliate_program", {
  id: model.id({ prefix: "affprog" }).primaryKey(),
  name: model.text().searchable(),
  handle: model.text().unique(),
  status: model.enum(["active", "inactive"]).default("active"),
  commission_type: model
    .enum(["percentage", "fixed_per_item", "fixed_per_order"])
    .default("percentage"),
  commission_value: model.bigNumber(),
  /** `[{ currency_code, amount }]` for the fixed commission types. */
  fixed_values: jsonList(),
  hold_days: model.number().default(30),
  attribution_window_days: model.number().default(30),
  attribution_model: model
    .enum(["last_touch", "first_touch"])
    .default("last_touch"),
  /** `null` = for ever, `0` = the first order only. */
  trailing_months: model.number().nullable(),
  /** `[{ currency_code, amount }]`; a currency that is not listed has no minimum. */
  minimum_payouts: jsonList(),
  /** `[{ level: 2…n, percent, basis: "order" | "commission" }]` */
  levels: jsonList(),
  /** `[{ currency_code, amount }]`, each reached once per affiliate for ever. */
  milestones: jsonList(),
  self_referral: model.enum(["block", "flag", "allow"]).default("block"),
  auto_approve: model.boolean().default(false),
  include_shipping: model.boolean().default(false),
  include_tax: model.boolean().default(false),
  new_customers_only: model.boolean().default(false),
  /** `Utm` of `domain/links/utm.ts`: what links add for web analytics where they say nothing themselves. */
  utm_template: model.json().nullable(),
  /** `FormField[]` of `domain/joining/form.ts`: what applicants are asked. */
  form_fields: jsonList(),
  /** `JoinRequirements` of `domain/joining/requirements.ts`; `null` = none. */
  join_requirements: model.json().nullable(),
  /** Days a rejected applicant waits before applying again. */
  reapply_days: model.number().default(0),
  /** Whether payouts wait until the identity is verified. */
  identity_required: model
    .enum(["never", "always", "above_amount"])
    .default("never"),
  /** `[{ currency_code, amount }]`: what may be paid out in all before the identity is asked for. */
  identity_amounts: jsonList(),
  /** `PayoutSchedule` of `domain/payout-batches/schedule.ts`; `null` = people make the batches. */
  payout_schedule: model.json().nullable(),
  /** When the schedule runs next. */
  payout_schedule_next_at: model.dateTime().nullable(),
  tiers: model.hasMany(() => AffiliateTier, { mappedBy: "program" }),
  metadata: model.json().nullable(),
})

export default AffiliateProgram
