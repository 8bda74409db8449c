/** What a payout may answer; the sealed destination is not among it. */
export const adminPayoutFields = [
  "id",
  "display_id",
  "affiliate_id",
  "affiliate.id",
  "affiliate.name",
  "affiliate.email",
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
  "look_ups",
  "look_up_after",
  "look_up_error",
  "attempt",
  "created_at",
  "updated_at",
  "processing_at",
  "paid_at",
  "failed_at",
  "canceled_at",
  "returned_at",
  "stuck_at",
]

export const listAdminPayoutsConfig = {
  entity: "affiliate_payout",
  defaults: adminPayoutFields,
  allowed: adminPayoutFields,
  isList: true,
}

export const retrieveAdminPayoutConfig = {
  entity: "affiliate_payout",
  defaults: adminPayoutFields,
  allowed: adminPayoutFields,
  isList: false,
}
