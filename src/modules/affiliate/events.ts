/** Names of the events this plugin emits. Every payload carries `{ id }` and the ids it concerns. */
export const AffiliateEvents = {
  /**
   * Someone applied to become an affiliate.
   * @eventPayload `{ id }` of the affiliate
   */
  APPLIED: "affiliate.applied",
  /** @eventPayload `{ id }` of the affiliate */
  APPROVED: "affiliate.approved",
  /** @eventPayload `{ id, reason }`: the affiliate and the reason given */
  REJECTED: "affiliate.rejected",
  /** @eventPayload `{ id, reason }`: the affiliate and the reason given */
  SUSPENDED: "affiliate.suspended",
  /** @eventPayload `{ id }` of the affiliate, whose suspension was taken back */
  REINSTATED: "affiliate.reinstated",
  /** @eventPayload `{ id, affiliate_id }`: `id` of the invitation */
  INVITATION_ACCEPTED: "affiliate.invitation_accepted",
  /**
   * A person was erased: what other systems know of them is theirs to erase.
   * @eventPayload `{ id }` of the affiliate
   */
  ERASED: "affiliate.erased",
  /** @eventPayload `{ id, affiliate_id, order_id }`: `id` of the commission */
  COMMISSION_CREATED: "affiliate.commission_created",
  /** @eventPayload `{ id, affiliate_id, order_id }`: `id` of the commission */
  COMMISSION_RELEASED: "affiliate.commission_released",
  /**
   * A commission was lowered, in part or to nothing.
   * @eventPayload `{ id, affiliate_id, order_id }`: `id` of the commission
   */
  COMMISSION_CLAWED_BACK: "affiliate.commission_clawed_back",
  /**
   * A program has a new version of its agreement.
   * @eventPayload `{ id, program_id }`: `id` of the agreement
   */
  AGREEMENT_PUBLISHED: "affiliate.agreement_published",
  /**
   * An affiliate moved to another tier, by the requirements or by a person.
   * @eventPayload `{ id, from_tier_id, to_tier_id }`: `id` of the affiliate; `null` = no tier
   */
  TIER_CHANGED: "affiliate.tier_changed",
  /** @eventPayload `{ id, affiliate_id, program_id }`: `id` of the milestone */
  MILESTONE_REACHED: "affiliate.milestone_reached",
  /** @eventPayload `{ id, affiliate_id }`: `id` of the payout */
  PAYOUT_REQUESTED: "affiliate.payout_requested",
  /** @eventPayload `{ id, affiliate_id }`: `id` of the payout */
  PAYOUT_PAID: "affiliate.payout_paid",
  /** @eventPayload `{ id, affiliate_id }`: `id` of the payout */
  PAYOUT_FAILED: "affiliate.payout_failed",
  /** @eventPayload `{ id, affiliate_id }`: `id` of the payout */
  PAYOUT_CANCELED: "affiliate.payout_canceled",
  /**
   * A payout batch may run, or is to go on.
   * @eventPayload `{ id }` of the batch
   */
  PAYOUT_BATCH_APPROVED: "affiliate.payout_batch_approved",
  /**
   * Money of a paid payout came back, in part or all of it (then it has failed too).
   * @eventPayload `{ id, affiliate_id }`: `id` of the payout
   */
  PAYOUT_RETURNED: "affiliate.payout_returned",
  /**
   * A payout provider's webhook said something new, which is about to be handled.
   * @eventPayload `{ id }` of the notice
   */
  PAYOUT_NOTICE_RECEIVED: "affiliate.payout_notice_received",
  /**
   * Another account is on file for an affiliate's money: whoever can tell them should, in case it was not them.
   * @eventPayload `{ id, provider }`: `id` of the affiliate
   */
  PAYOUT_METHOD_CHANGED: "affiliate.payout_method_changed",
} as const
