/** What a notice may answer. */
export const payoutNoticeFields = [
  "id",
  "provider",
  "event_id",
  "type",
  "says",
  "state",
  "outcome",
  "last_error",
  "attempts",
  "idempotency_key",
  "account_id",
  "payout_id",
  "affiliate_id",
  "content",
  "received_at",
  "handle_after",
  "handled_at",
  "created_at",
  "updated_at",
]

export const listPayoutNoticesConfig = {
  entity: "affiliate_payout_notice",
  defaults: payoutNoticeFields,
  allowed: payoutNoticeFields,
  isList: true,
}

export const retrievePayoutNoticeConfig = {
  entity: "affiliate_payout_notice",
  defaults: payoutNoticeFields,
  allowed: payoutNoticeFields,
  isList: false,
}
