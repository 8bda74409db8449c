import { model } from "@medusajs/framework/utils"

import Affiliate from "./affiliate"
import AffiliatePayoutItem from "./affiliate-payout-item"

/** Money sent to an affiliate in one currency through one provider. */
const AffiliatePayout = model
  .define("affiliate_payout", {
    id: model.id({ prefix: "affpay" }).primaryKey(),
    display_id: model.autoincrement(),
    affiliate: model.belongsTo(() => Affiliate),
    currency_code: model.text(),
    amount: model.bigNumber(),
    status: model
      .enum(["pending", "processing", "paid", "failed", "canceled"])
      .default("pending"),
    provider: model.text(),
    /** Encrypted snapshot of where the money goes, taken at the request. */
    destination: model.text().nullable(),
    /** What may be shown of it. */
    destination_masked: model.json(),
    /** Payout and attempt number, what the provider knows it by. */
    idempotency_key: model.text(),
    /** Rises only after a definite failure. */
    attempt: model.number().default(1),
    requested_by: model.enum(["affiliate", "merchant"]).default("affiliate"),
    /** The provider's or the merchant's own reference for the transfer. */
    reference: model.text().nullable(),
    failure_reason: model.text().nullable(),
    /** How much of it came back after it was paid; all of it makes the payout failed. */
    returned_amount: model.bigNumber().default(0),
    returned_at: model.dateTime().nullable(),
    return_reason: model.text().nullable(),
    /** Not asked about before; `null` = nobody is going to ask. */
    look_up_after: model.dateTime().nullable(),
    /** How often the provider was asked what became of the attempt under way. */
    look_ups: model.number().default(0),
    /** Why the last look-up settled nothing, in the provider's words. */
    look_up_error: model.text().nullable(),
    /** When asking ended without an answer: a person has to look. */
    stuck_at: model.dateTime().nullable(),
    processing_at: model.dateTime().nullable(),
    paid_at: model.dateTime().nullable(),
    failed_at: model.dateTime().nullable(),
    canceled_at: model.dateTime().nullable(),
    items: model.hasMany(() => AffiliatePayoutItem, { mappedBy: "payout" }),
  })
  .indexes([
    {
      name: "IDX_affiliate_payout_idempotency_key_unique",
      on: ["idempotency_key"],
      unique: true,
    },
    {
      name: "IDX_affiliate_payout_affiliate_created",
      on: ["affiliate_id", "created_at"],
    },
    { name: "IDX_affiliate_payout_status", on: ["status", "created_at"] },
    {
      name: "IDX_affiliate_payout_look_up",
      on: ["provider", "look_up_after"],
      where: "look_up_after IS NOT NULL",
    },
  ])

export default AffiliatePayout
