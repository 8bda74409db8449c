import { model } from "@medusajs/framework/utils"

import AffiliateProgram from "./affiliate-program"

/**
 * A version of the words affiliates of a program agree to. The database refuses
 * every UPDATE and DELETE: what was accepted can be shown as it was.
 */
const AffiliateAgreement = model
  .define("affiliate_agreement", {
    id: model.id({ prefix: "affagr" }).primaryKey(),
    program: model.belongsTo(() => AffiliateProgram),
    /** 1, 2, 3, … within the program. */
    version: model.number(),
    title: model.text(),
    body: model.text(),
    /** Hex, of the body in UTF-8. */
    body_sha256: model.text(),
    /** Whether payouts wait until it is accepted. */
    requires_acceptance: model.boolean().default(true),
    published_at: model.dateTime(),
  })
  .indexes([
    {
      name: "IDX_affiliate_agreement_version_unique",
      on: ["program_id", "version"],
      unique: true,
    },
  ])

export default AffiliateAgreement
