import { model } from "@medusajs/framework/utils"

/** Proof that an affiliate accepted a version of the agreement. The database refuses every UPDATE and DELETE. */
const AffiliateAgreementAcceptance = model
  .define("affiliate_agreement_acceptance", {
    id: model.id({ prefix: "affacc" }).primaryKey(),
    agreement_id: model.text(),
    affiliate_id: model.text().index(),
    /** The words that were accepted, by their hash. */
    body_sha256: model.text(),
    accepted_at: model.dateTime(),
    /** Keyed hash of the network address; `null` = not known. */
    address_hash: model.text().nullable(),
  })
  .indexes([
    {
      name: "IDX_affiliate_agreement_acceptance_once_unique",
      on: ["agreement_id", "affiliate_id"],
      unique: true,
    },
  ])

export default AffiliateAgreementAcceptance
