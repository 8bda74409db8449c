import { model } from "@medusajs/framework/utils"

/** What a payout provider's webhook said, kept once by the provider's own id, and what became of it. */
const AffiliatePayoutNotice = model
  .define("affiliate_payout_notice", {
    id: model.id({ prefix: "affnote" }).primaryKey(),
    provider: model.text(),
    /** The provider's own: a notice that comes twice is kept once. */
    event_id: model.text(),
    type: model.enum(["payment", "account", "other"]),
    /** `paid`, `returned`, `enabled`, …; of another kind the provider's name for it. */
    says: model.text(),
    /** Only what was understood of the body: an amount, a reason, a state. `null` = forgotten with the person. */
    content: model.json().nullable(),
    /** What a payment was made under. */
    idempotency_key: model.text().nullable(),
    account_id: model.text().nullable(),
    payout_id: model.text().nullable(),
    affiliate_id: model.text().nullable(),
    /** `failed` = not tried again by itself: a person has to look. */
    state: model.enum(["received", "handled", "failed"]).default("received"),
    /** Tries that failed. */
    attempts: model.number().default(0),
    /** Not tried before; `null` = not by itself. */
    handle_after: model.dateTime().nullable(),
    /** Why the last try failed. */
    last_error: model.text().nullable(),
    /** What it changed, or why it changed nothing. */
    outcome: model.text().nullable(),
    received_at: model.dateTime(),
    handled_at: model.dateTime().nullable(),
  })
  .indexes([
    {
      name: "IDX_affiliate_payout_notice_event_unique",
      on: ["provider", "event_id"],
      unique: true,
    },
    {
      name: "IDX_affiliate_payout_notice_waiting",
      on: ["handle_after"],
      where: "state = 'received'",
    },
    { name: "IDX_affiliate_payout_notice_key", on: ["idempotency_key"] },
    { name: "IDX_affiliate_payout_notice_payout", on: ["payout_id"] },
    { name: "IDX_affiliate_payout_notice_affiliate", on: ["affiliate_id"] },
    { name: "IDX_affiliate_payout_notice_state", on: ["state", "created_at"] },
  ])

export default AffiliatePayoutNotice
