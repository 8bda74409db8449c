import type { Paged } from "./common"

/** A payout provider that the store has loaded, and what it can do. */
export type PayoutProvider = {
  id: string
  /** `person`: somebody makes the transfer, then marks the payout as paid. */
  transferred_by: "person" | "service"
  has_webhooks: boolean
  has_onboarding: boolean
  can_reverse: boolean
  /** Payments under way can be called back while nobody has claimed them. */
  can_recall: boolean
  can_check: boolean
  /** Where the provider's webhooks go. */
  webhook_url: string | null
}

/** What a try of the store's own keys came to. */
export type PayoutProviderCheck = {
  ok: boolean
  message: string
  facts: Record<string, string>
}

export type PayoutProviderListResponse = { payout_providers: PayoutProvider[] }
export type PayoutProviderCheckResponse = { check: PayoutProviderCheck }

export type PayoutNoticeState = "received" | "handled" | "failed"

/** What a provider's webhook said, and what became of it. */
export type PayoutNotice = {
  id: string
  provider: string
  /** The provider's own. */
  event_id: string
  type: "payment" | "account" | "other"
  /** `paid`, `returned`, `enabled` and the like; of another kind the provider's name for it. */
  says: string
  state: PayoutNoticeState
  outcome: string | null
  last_error: string | null
  attempts: number
  payout_id: string | null
  affiliate_id: string | null
  received_at: string
  handled_at: string | null
}

export type PayoutNoticeListResponse = {
  affiliate_payout_notices: PayoutNotice[]
} & Paged
export type PayoutNoticeResponse = { affiliate_payout_notice: PayoutNotice }
