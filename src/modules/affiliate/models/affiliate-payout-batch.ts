import { model } from "@medusajs/framework/utils"

import { BATCH_STATUSES } from "../domain/payout-batches/states"
import AffiliatePayoutBatchItem from "./affiliate-payout-batch-item"
import AffiliateProgram from "./affiliate-program"
import { jsonList } from "./json-list"

/** Payouts of one currency that are made together, once somebody has said yes. */
const AffiliatePayoutBatch = model
  .define("affiliate_payout_batch", {
    id: model.id({ prefix: "affbatch" }).primaryKey(),
    display_id: model.autoincrement(),
    /** `null` = of all programs. */
    program: model.belongsTo(() => AffiliateProgram).nullable(),
    currency_code: model.text(),
    /** Only affiliates who are paid through it; `null` = all. */
    provider: model.text().nullable(),
    status: model.enum([...BATCH_STATUSES]).default("draft"),
    /** The user or key that made it; `null` = the program's schedule. */
    created_by: model.text().nullable(),
    /** When the schedule wanted it; `null` = a person made it. */
    scheduled_for: model.dateTime().nullable(),
    /** How many people have to stand behind it; `0` = it runs without. */
    approvals_needed: model.number(),
    /** `BatchApproval[]` of `domain/payout-batches/states.ts` */
    approvals: jsonList(),
    /** Who was due when it was made. */
    item_count: model.number().default(0),
    amount: model.bigNumber().default(0),
    /** Who had money and was not due. */
    not_due_count: model.number().default(0),
    not_due_amount: model.bigNumber().default(0),
    /** While it is a draft: the affiliate that was looked at last. */
    prepared_after: model.text().default(""),
    /** Who works on it, and until when nobody else does. */
    runner: model.text().nullable(),
    lease_until: model.dateTime().nullable(),
    /** Why it did not get on, the last time. */
    last_error: model.text().nullable(),
    approved_at: model.dateTime().nullable(),
    started_at: model.dateTime().nullable(),
    finished_at: model.dateTime().nullable(),
    canceled_at: model.dateTime().nullable(),
    items: model.hasMany(() => AffiliatePayoutBatchItem, { mappedBy: "batch" }),
  })
  .indexes([
    {
      name: "IDX_affiliate_payout_batch_scheduled_unique",
      on: ["program_id", "currency_code", "scheduled_for"],
      unique: true,
      where: "scheduled_for IS NOT NULL",
    },
    { name: "IDX_affiliate_payout_batch_status", on: ["status", "created_at"] },
  ])

export default AffiliatePayoutBatch
