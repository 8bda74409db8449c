import { model } from "@medusajs/framework/utils"

import { BATCH_ITEM_STATUSES } from "../domain/payout-batches/states"
import Affiliate from "./affiliate"
import AffiliatePayout from "./affiliate-payout"
import AffiliatePayoutBatch from "./affiliate-payout-batch"

/** One affiliate's part of a batch. */
const AffiliatePayoutBatchItem = model
  .define("affiliate_payout_batch_item", {
    id: model.id({ prefix: "affbitem" }).primaryKey(),
    batch: model.belongsTo(() => AffiliatePayoutBatch, { mappedBy: "items" }),
    affiliate: model.belongsTo(() => Affiliate),
    /** What was approved: the payout is never more. */
    amount: model.bigNumber(),
    provider: model.text(),
    status: model.enum([...BATCH_ITEM_STATUSES]).default("due"),
    /** Made in the transaction that sets the money aside. */
    payout: model.belongsTo(() => AffiliatePayout).nullable(),
    /** Why it was refused, failed or was canceled. */
    reason: model.text().nullable(),
    /** Tries that broke off. */
    attempts: model.number().default(0),
    settled_at: model.dateTime().nullable(),
  })
  .indexes([
    {
      name: "IDX_affiliate_payout_batch_item_affiliate_unique",
      on: ["batch_id", "affiliate_id"],
      unique: true,
    },
    {
      name: "IDX_affiliate_payout_batch_item_payout_unique",
      on: ["payout_id"],
      unique: true,
      where: "payout_id IS NOT NULL",
    },
    {
      name: "IDX_affiliate_payout_batch_item_open",
      on: ["batch_id", "id"],
      where: "status IN ('due', 'requested')",
    },
  ])

export default AffiliatePayoutBatchItem
