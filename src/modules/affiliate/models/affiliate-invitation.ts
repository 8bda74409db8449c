import { model } from "@medusajs/framework/utils"

/** An invitation to a program, by e-mail, with a link that expires. */
const AffiliateInvitation = model
  .define("affiliate_invitation", {
    id: model.id({ prefix: "affinv" }).primaryKey(),
    program_id: model.text().index(),
    email: model.text().searchable(),
    email_normalized: model.text(),
    name: model.text().searchable().nullable(),
    /** SHA-256 of the link's token, hex; the token itself is not kept here. */
    token_hash: model.text(),
    /** Makes the token again, together with the store's own secret. */
    token_seed: model.text(),
    /** The affiliate one level up of whoever accepts. */
    parent_id: model.text().nullable(),
    tier_id: model.text().nullable(),
    /** The code that whoever accepts gets. */
    code: model.text().nullable(),
    discount_percent: model.bigNumber().nullable(),
    expires_at: model.dateTime(),
    accepted_at: model.dateTime().nullable(),
    revoked_at: model.dateTime().nullable(),
    /** Who accepted; while open, the affiliate made by hand whose login it will make, if any. */
    affiliate_id: model.text().nullable(),
    /** `none` = the store had no e-mail provider when it was made: the merchant hands the link over. */
    email_status: model
      .enum(["none", "waiting", "sent", "failed"])
      .default("waiting"),
    /** When the e-mail was handed over. */
    sent_at: model.dateTime().nullable(),
    /** Tries that failed; part of the e-mail's idempotency key. */
    notify_attempts: model.number().default(0),
    /** Not tried before; `null` = at once. */
    notify_after: model.dateTime().nullable(),
    /** Why the last try failed, in the provider's words. */
    email_error: model.text().nullable(),
  })
  .indexes([
    {
      name: "IDX_affiliate_invitation_token_unique",
      on: ["token_hash"],
      unique: true,
    },
    {
      name: "IDX_affiliate_invitation_open_unique",
      on: ["program_id", "email_normalized"],
      unique: true,
      where: "accepted_at IS NULL AND revoked_at IS NULL",
    },
    {
      name: "IDX_affiliate_invitation_waiting",
      on: ["created_at"],
      where: "email_status = 'waiting'",
    },
  ])

export default AffiliateInvitation
