import { model } from "@medusajs/framework/utils"

/** Where an affiliate's money goes; the details are encrypted at rest. */
const AffiliatePayoutMethod = model
  .define("affiliate_payout_method", {
    id: model.id({ prefix: "affmeth" }).primaryKey(),
    affiliate_id: model.text(),
    provider: model.text(),
    details: model.text(),
    details_masked: model.json(),
    /** What the provider's notices call the account. */
    account_id: model.text().nullable(),
    /** Whether the provider can send money to it now. */
    payouts_enabled: model.boolean().default(true),
    /** What is missing where it cannot; the affiliate and the merchant read it. */
    state_note: model.text().nullable(),
    /** Money goes there from then on: it took another account's place. `null` = at once. */
    cool_off_until: model.dateTime().nullable(),
    /** Why somebody of the store ended that wait. */
    cool_off_note: model.text().nullable(),
  })
  .indexes([
    {
      name: "IDX_affiliate_payout_method_affiliate_unique",
      on: ["affiliate_id"],
      unique: true,
    },
    {
      name: "IDX_affiliate_payout_method_account_unique",
      on: ["provider", "account_id"],
      unique: true,
      where: "account_id IS NOT NULL",
    },
  ])

export default AffiliatePayoutMethod
