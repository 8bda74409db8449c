import type { AffiliateRef, Paged } from "./common"
import type { CommissionKind, Entry } from "./commission"

export type PayoutStatus =
  "pending" | "processing" | "paid" | "failed" | "canceled"

export type Payout = {
  id: string
  display_id: number
  affiliate_id: string
  affiliate: AffiliateRef
  currency_code: string
  amount: number
  status: PayoutStatus
  provider: string
  /** Where the money goes, as far as it may be shown. */
  destination_masked: Record<string, string | null>
  requested_by: "affiliate" | "merchant"
  reference: string | null
  failure_reason: string | null
  /** How much of it came back after it was paid. */
  returned_amount: number
  return_reason: string | null
  /** Why the provider could not say what became of it, when it was last asked. */
  look_up_error: string | null
  created_at: string
  processing_at: string | null
  paid_at: string | null
  failed_at: string | null
  canceled_at: string | null
  returned_at: string | null
  /** When its provider is asked again; `null` = it is not. */
  look_up_after: string | null
  /** Since when a person has to look: asking its provider ended without an answer, or the provider is missing. */
  stuck_at: string | null
}

/** What has to be known of a payout to do something with it. */
export type PayoutInHand = Pick<
  Payout,
  "id" | "display_id" | "amount" | "currency_code" | "status" | "provider"
>

/** The part of one commission inside a payout; negative where a debt is netted. */
export type PayoutItem = {
  id: string
  commission_id: string
  amount: number
  commission: {
    order_id: string | null
    order_display_id: number | null
    kind: CommissionKind
    amount: number
  }
}

export type PayoutDetail = Payout & {
  items: PayoutItem[]
  entries: Entry[]
  /** What would have had to be withheld; nothing was. */
  backup_withholding: { flagged: boolean; percent: number; amount: number }
}

export type PayoutListResponse = { payouts: Payout[] } & Paged
export type PayoutResponse = { payout: PayoutDetail }

export type CreatePayout = {
  affiliate_id: string
  currency_code: string
  /** In major units; without it, all that is available. */
  amount?: number
}
