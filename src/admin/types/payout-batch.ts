import type { AffiliateRef, Paged, Ref } from "./common"
import type { PayoutStatus } from "./payout"

export type PayoutBatchStatus =
  | "draft"
  | "awaiting_approval"
  | "approved"
  | "running"
  | "finished"
  | "canceled"

export type PayoutBatchItemStatus =
  "due" | "requested" | "sent" | "refused" | "failed" | "canceled"

/** Payouts of one currency that are made together. */
export type PayoutBatch = {
  id: string
  display_id: number
  /** `null` = of all programs. */
  program_id: string | null
  program: Ref | null
  currency_code: string
  /** `null` = whatever is on file. */
  provider: string | null
  status: PayoutBatchStatus
  /** `null` = the program's schedule. */
  created_by: string | null
  scheduled_for: string | null
  approvals_needed: number
  approvals: { by: string; at: string }[]
  item_count: number
  amount: number
  not_due_count: number
  not_due_amount: number
  last_error: string | null
  created_at: string
  approved_at: string | null
  started_at: string | null
  finished_at: string | null
  canceled_at: string | null
}

/** What goes by one provider. */
export type PayoutBatchTotal = {
  currency_code: string
  provider: string
  count: number
  amount: number
}

export type PayoutBatchFigures = {
  totals: PayoutBatchTotal[]
  progress: Record<PayoutBatchItemStatus, number> & {
    total: number
    done: number
    paid: number
    paid_amount: number
  }
}

export type PayoutBatchDetail = PayoutBatch & PayoutBatchFigures

/** Somebody with money who is not due. */
export type NotDue = {
  affiliate_id: string
  name: string
  email: string
  available: number
  reason: string
  message: string
}

/** What a batch made now would be. */
export type PayoutBatchPreview = PayoutBatchFigures & {
  currency_code: string
  item_count: number
  amount: number
  not_due_count: number
  not_due_amount: number
  due: {
    affiliate_id: string
    name: string
    amount: number
    provider: string
  }[]
  not_due: NotDue[]
}

export type PayoutBatchItem = {
  id: string
  affiliate_id: string
  affiliate: AffiliateRef
  amount: number
  provider: string
  status: PayoutBatchItemStatus
  reason: string | null
  payout_id: string | null
  payout: {
    id: string
    display_id: number
    status: PayoutStatus
    amount: number
    failure_reason: string | null
  } | null
}

export type CreatePayoutBatch = {
  program_id?: string
  currency_code: string
  provider?: string
}

export type PayoutBatchListResponse = { payout_batches: PayoutBatch[] } & Paged
export type PayoutBatchResponse = { payout_batch: PayoutBatchDetail }
export type PayoutBatchPreviewResponse = { payout_batch: PayoutBatchPreview }
export type PayoutBatchItemListResponse = {
  payout_batch_items: PayoutBatchItem[]
} & Paged
