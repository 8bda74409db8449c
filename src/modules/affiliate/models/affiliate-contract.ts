import { model } from "@medusajs/framework/utils"

/** Terms with one affiliate alone: while it runs, its split goes before every other rate. */
const AffiliateContract = model
  .define("affiliate_contract", {
    id: model.id({ prefix: "affcontract" }).primaryKey(),
    affiliate_id: model.text(),
    title: model.text(),
    /** The words agreed on. */
    terms: model.text().nullable(),
    /** Percent of the base. */
    revenue_split: model.bigNumber(),
    starts_at: model.dateTime(),
    /** Not in force from then on; `null` = for ever. */
    ends_at: model.dateTime().nullable(),
  })
  .indexes([
    {
      name: "IDX_affiliate_contract_affiliate",
      on: ["affiliate_id", "starts_at"],
    },
  ])

export default AffiliateContract
