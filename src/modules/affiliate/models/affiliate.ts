import { model } from "@medusajs/framework/utils"

import AffiliateBalance from "./affiliate-balance"
import AffiliateCode from "./affiliate-code"
import AffiliateProgram from "./affiliate-program"
import AffiliateTier from "./affiliate-tier"
import { jsonList } from "./json-list"

/** A person or company in a program. */
const Affiliate = model
  .define("affiliate", {
    id: model.id({ prefix: "aff" }).primaryKey(),
    name: model.text().searchable(),
    email: model.text().searchable(),
    /** Lower-cased and trimmed, what self-referral is compared by. */
    email_normalized: model.text(),
    status: model
      .enum(["pending", "approved", "rejected", "suspended"])
      .default("pending"),
    status_reason: model.text().nullable(),
    /** `StatusChange[]` of `domain/affiliate-status.ts`, oldest first. */
    status_history: jsonList(),
    approved_at: model.dateTime().nullable(),
    suspended_at: model.dateTime().nullable(),
    program: model.belongsTo(() => AffiliateProgram),
    tier: model.belongsTo(() => AffiliateTier).nullable(),
    /** The affiliate one level up; a tree, checked on write. */
    parent_id: model.text().index().nullable(),
    /** The Medusa customer this affiliate is, if any. */
    customer_id: model.text().nullable(),
    /** The login this affiliate registered with: one affiliate per login. */
    auth_identity_id: model.text().nullable(),
    website: model.text().nullable(),
    country_code: model.text().nullable(),
    /** `OptionalEmail[]` of `domain/emails.ts` that they do not want. */
    emails_off: model.array().default([]),
    /** By the keys of the program's form. */
    answers: model.json().nullable(),
    /** The version the affiliate named when it registered. */
    agreement_version: model.text().nullable(),
    agreement_accepted_at: model.dateTime().nullable(),
    /** A rejected applicant may apply again from then on; `null` = at any time. */
    reapply_at: model.dateTime().nullable(),
    identity_status: model
      .enum(["not_required", "pending", "verified", "rejected"])
      .default("not_required"),
    /** Why the identity was rejected, or what is still missing. */
    identity_note: model.text().nullable(),
    identity_decided_at: model.dateTime().nullable(),
    /** The payout provider whose word the status is; `null` = a person's, or nobody's yet. */
    identity_provider: model.text().nullable(),
    /** When the person's data was erased; only the ledger is left. */
    erased_at: model.dateTime().nullable(),
    /** Percentage that goes before the tier's and the program's. */
    commission_percent: model.bigNumber().nullable(),
    /** Goes before the program's; `null` = the program's. */
    trailing_months: model.number().nullable(),
    codes: model
      .hasMany(() => AffiliateCode, { mappedBy: "affiliate" })
      .searchable(),
    balances: model.hasMany(() => AffiliateBalance, { mappedBy: "affiliate" }),
    metadata: model.json().nullable(),
  })
  .indexes([
    {
      name: "IDX_affiliate_program_email_unique",
      on: ["program_id", "email_normalized"],
      unique: true,
    },
    {
      name: "IDX_affiliate_program_customer_unique",
      on: ["program_id", "customer_id"],
      unique: true,
      where: "customer_id IS NOT NULL",
    },
    {
      name: "IDX_affiliate_auth_identity_unique",
      on: ["auth_identity_id"],
      unique: true,
      where: "auth_identity_id IS NOT NULL",
    },
    { name: "IDX_affiliate_customer_id", on: ["customer_id"] },
    { name: "IDX_affiliate_status", on: ["status"] },
  ])

export default Affiliate
