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
  ])

export default AffiliatePayout
