import { model } from "@medusajs/framework/utils"

import Affiliate from "./affiliate"
import AffiliateCommission from "./affiliate-commission"

/**
 * The verdict on one order: who is credited, by which touch, on which pinned
 * terms, or why nobody.
 */
const AffiliateConversion = model
  .define("affiliate_conversion", {
    id: model.id({ prefix: "affconv" }).primaryKey(),
    order_id: model.text(),
    order_display_id: model.number().nullable(),
    outcome: model.enum(["attributed", "none"]),
    /** A stable word, e.g. `code`, `no_touch`, `self_referral`. */
    reason: model.text(),
    /** Who is credited; `null` = nobody. */
    affiliate: model.belongsTo(() => Affiliate).nullable(),
    program_id: model.text().nullable(),
    source: model.enum(["code", "click", "attribution", "manual"]).nullable(),
    code_id: model.text().index().nullable(),
    click_id: model.text().nullable(),
    /** The tracking link that brought the buyer to the credited affiliate, whatever credited it. */
    link_id: model.text().nullable(),
    /** The affiliate's own mark of that visit. */
    sub_id: model.text().nullable(),
    customer_id: model.text().nullable(),
    email_normalized: model.text().nullable(),
    currency_code: model.text(),
    /** What the commission is computed on, before goodwill refunds. */
    base_total: model.bigNumber().default(0),
    /** What goodwill refunds have left of it: what the affiliate's tier counts as revenue. */
    revenue_total: model.bigNumber().default(0),
    /** What all levels earn together. */
    commission_total: model.bigNumber().default(0),
    /** `PinnedTerms` of `domain/terms.ts`; `null` when nobody is credited. */
    terms: model.json().nullable(),
    /** `TraceStep[]` of `domain/trace.ts`. */
    trace: model.json(),
    flagged: model.boolean().default(false),
    /** Words of the person who attributed by hand. */
    note: model.text().nullable(),
    placed_at: model.dateTime(),
    canceled_at: model.dateTime().nullable(),
    paid: model.boolean().default(false),
    /** What the order looked like when it was last reconciled. */
    order_stamp: model.text(),
    reconciled_at: model.dateTime(),
    commissions: model.hasMany(() => AffiliateCommission, {
      mappedBy: "conversion",
    }),
  })
  .indexes([
    {
      name: "IDX_affiliate_conversion_order_unique",
      on: ["order_id"],
      unique: true,
    },
    {
      name: "IDX_affiliate_conversion_customer",
      on: ["customer_id", "placed_at"],
      where: "customer_id IS NOT NULL",
    },
    {
      name: "IDX_affiliate_conversion_email",
      on: ["email_normalized", "placed_at"],
      where: "email_normalized IS NOT NULL",
    },
    {
      name: "IDX_affiliate_conversion_affiliate_placed",
      on: ["affiliate_id", "placed_at"],
      where: "affiliate_id IS NOT NULL",
    },
    {
      name: "IDX_affiliate_conversion_link",
      on: ["link_id"],
      where: "link_id IS NOT NULL",
    },
    { name: "IDX_affiliate_conversion_placed", on: ["placed_at"] },
  ])

export default AffiliateConversion
