/** What a batch may answer; who works on it at the moment is not among it. */
export const batchFields = [
  "id",
  "display_id",
  "program_id",
  "program.id",
  "program.name",
  "currency_code",
  "provider",
  "status",
  "created_by",
  "scheduled_for",
  "approvals_needed",
  "approvals",
  "item_count",
  "amount",
  "not_due_count",
  "not_due_amount",
  "last_error",
  "created_at",
  "updated_at",
  "approved_at",
  "started_at",
  "finished_at",
  "canceled_at",
]

export const listBatchesConfig = {
  entity: "affiliate_payout_batch",
  defaults: batchFields,
  allowed: batchFields,
  isList: true,
}

export const retrieveBatchConfig = {
  entity: "affiliate_payout_batch",
  defaults: batchFields,
  allowed: batchFields,
  isList: false,
}

const itemFields = [
  "id",
  "batch_id",
  "affiliate_id",
  "affiliate.id",
  "affiliate.name",
  "affiliate.email",
  "amount",
  "provider",
  "status",
  "reason",
  "payout_id",
  "payout.id",
  "payout.display_id",
  "payout.status",
  "payout.amount",
  "payout.reference",
  "payout.failure_reason",
  "created_at",
  "updated_at",
  "settled_at",
]

export const listBatchItemsConfig = {
  entity: "affiliate_payout_batch_item",
  defaults: itemFields,
  allowed: itemFields,
  isList: true,
}
