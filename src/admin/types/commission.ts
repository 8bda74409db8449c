import type { AffiliateRef, Paged } from "./common"
import type { OrderOutcome, OrderSource, PinnedTerms, TraceStep } from "./order"
import type { PayoutStatus } from "./payout"

export type CommissionStatus =
  "pending" | "available" | "requested" | "paid" | "clawed_back"
export type CommissionKind =
  "sale" | "trailing" | "level" | "bonus" | "adjustment"

export type Commission = {
  id: string
  affiliate_id: string
  affiliate: AffiliateRef
  order_id: string | null
  order_display_id: number | null
  /** 1 = the credited affiliate, 2 … n = the levels above. */
  level: number
  kind: CommissionKind
  /** What is owed now, in major units. */
  amount: number
  /** What was owed when the order was first judged. */
  original_amount: number
  currency_code: string
  status: CommissionStatus
  available_at: string
  released_at: string | null
  held: boolean
  hold_source: "person" | "risk" | null
  hold_reason: string | null
  /** Whether the order is fully paid and not cancelled. */
  payable: boolean
  /** Why an adjustment or a bonus was given. */
  reason: string | null
  created_at: string
}

export type CommissionLine = {
  id: string
  order_line_id: string
  title: string
  quantity: number
  base: number
  amount: number
}

export type EntryAccount = "pending" | "available" | "requested" | "paid"
export type EntryType =
  | "accrue"
  | "adjust"
  | "release"
  | "clawback"
  | "bonus"
  | "manual_adjustment"
  | "payout_requested"
  | "payout_canceled"
  | "payout_failed"
  | "payout_paid"
  | "payout_reversed"

/** One movement in the ledger. */
export type Entry = {
  id: string
  account: EntryAccount
  amount: number
  type: EntryType
  payout_id: string | null
  commission_id?: string | null
  currency_code?: string
  source_key: string
  created_at: string
}

export type CommissionDetail = Commission & {
  lines: CommissionLine[]
  entries: Entry[]
  conversion: {
    order_id: string
    outcome: OrderOutcome
    source: OrderSource | null
    reason: string
    trace: TraceStep[]
    terms: PinnedTerms | null
  } | null
  payouts: {
    id: string
    display_id: number
    status: PayoutStatus
    amount: number
  }[]
}

export type CommissionListResponse = { commissions: Commission[] } & Paged
export type CommissionResponse = { commission: CommissionDetail }
