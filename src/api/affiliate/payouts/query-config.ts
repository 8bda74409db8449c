/** What an affiliate sees of a payout. */
export const payoutFields = [
  "id",
  "display_id",
  "currency_code",
  "amount",
  "status",
  "provider",
  "destination_masked",
  "requested_by",
  "reference",
  "failure_reason",
  "returned_amount",
  "return_reason",
  "created_at",
  "processing_at",
  "paid_at",
  "failed_at",
  "canceled_at",
  "returned_at",
]

export const listPayoutsConfig = {
  entity: "affiliate_payout",
  defaults: payoutFields,
  allowed: payoutFields,
  isList: true,
}

export const retrievePayoutConfig = {
  entity: "affiliate_payout",
  defaults: payoutFields,
  allowed: payoutFields,
  isList: false,
}
