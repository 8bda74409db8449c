import { model } from "@medusajs/framework/utils"

import Affiliate from "./affiliate"
import AffiliateCommissionLine from "./affiliate-commission-line"
import AffiliateConversion from "./affiliate-conversion"
import AffiliateEntry from "./affiliate-entry"

/** What one beneficiary earns from one conversion, or by a hand adjustment. */
const AffiliateCommission = model
  .define("affiliate_commission", {
    id: model.id({ prefix: "affcom" }).primaryKey(),
    affiliate: model.belongsTo(() => Affiliate),
    conversion: model
      .belongsTo(() => AffiliateConversion, { mappedBy: "commissions" })
      .nullable(),
    program_id: model.text(),
    order_id: model.text().nullable(),
    order_display_id: model.number().nullable(),
    /** 1 = the credited affiliate, 2 … n = the levels above. */
    level: model.number().default(1),
    kind: model.enum(["sale", "trailing", "level", "bonus", "adjustment"]),
    currency_code: model.text(),
    /** What is owed now. Negative only for an adjustment. */
    amount: model.bigNumber(),
    /** What was owed when the order was first judged. */
    original_amount: model.bigNumber(),
    status: model
      .enum(["pending", "available", "requested", "paid", "clawed_back"])
      .default("pending"),
    available_at: model.dateTime(),
    released_at: model.dateTime().nullable(),
    /** Whether the order is fully paid and not cancelled. */
    payable: model.boolean().default(false),
    held: model.boolean().default(false),
    hold_source: model.enum(["person", "risk"]).nullable(),
    hold_reason: model.text().nullable(),
    /** Why an adjustment or a bonus was given. */
    reason: model.text().nullable(),
    /** Rises with each posting of a new amount; part of the source key. */
    revision: model.number().default(0),
    lines: model.hasMany(() => AffiliateCommissionLine, {
      mappedBy: "commission",
    }),
    entries: model.hasMany(() => AffiliateEntry, { mappedBy: "commission" }),
  })
  .indexes([
    {
      name: "IDX_affiliate_commission_beneficiary_unique",
      on: ["order_id", "affiliate_id", "level", "kind"],
      unique: true,
      where: "order_id IS NOT NULL",
    },
    {
      name: "IDX_affiliate_commission_due",
      on: ["available_at", "id"],
      where: "status = 'pending' AND payable AND NOT held",
    },
    {
      name: "IDX_affiliate_commission_affiliate_created",
      on: ["affiliate_id", "created_at"],
    },
    { name: "IDX_affiliate_commission_created", on: ["created_at"] },
  ])

export default AffiliateCommission
