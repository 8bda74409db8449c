import { model } from "@medusajs/framework/utils"

/** An invitation to a program, by e-mail, with a link that expires. */
const AffiliateInvitation = model
  .define("affiliate_invitation", {
    id: model.id({ prefix: "affinv" }).primaryKey(),
    program_id: model.text().index(),
    email: model.text().searchable(),
    email_normalized: model.text(),
    name: model.text().searchable().nullable(),
    /** SHA-256 of the link's token, hex; the token itself is kept nowhere. */
    token_hash: model.text(),
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
    /** When the e-mail was handed over; `null` = not yet, or no provider. */
    sent_at: model.dateTime().nullable(),
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
  ])

export default AffiliateInvitation
