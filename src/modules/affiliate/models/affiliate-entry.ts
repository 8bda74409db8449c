import { model } from "@medusajs/framework/utils"

import AffiliateCommission from "./affiliate-commission"

/**
 * One append-only movement in the ledger. The database refuses every UPDATE,
 * DELETE and TRUNCATE of this table.
 */
const AffiliateEntry = model
  .define("affiliate_entry", {
    id: model.id({ prefix: "affent" }).primaryKey(),
    affiliate_id: model.text(),
    currency_code: model.text(),
    account: model.enum(["pending", "available", "requested", "paid"]),
    amount: model.bigNumber(),
    type: model.enum([
      "accrue",
      "adjust",
      "release",
      "clawback",
      "bonus",
      "manual_adjustment",
      "payout_requested",
      "payout_canceled",
      "payout_failed",
      "payout_paid",
      "payout_reversed",
    ]),
    commission: model
      .belongsTo(() => AffiliateCommission, { mappedBy: "entries" })
      .nullable(),
    payout_id: model.text().nullable(),
    /** One posting per fact. */
    source_key: model.text(),
  })
  .indexes([
    {
      name: "IDX_affiliate_entry_source_key_unique",
      on: ["source_key"],
      unique: true,
    },
    {
      name: "IDX_affiliate_entry_affiliate_currency",
      on: ["affiliate_id", "currency_code", "created_at"],
    },
    {
      name: "IDX_affiliate_entry_payout",
      on: ["payout_id"],
      where: "payout_id IS NOT NULL",
    },
  ])

export default AffiliateEntry
