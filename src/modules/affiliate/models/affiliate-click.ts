import { model } from "@medusajs/framework/utils"

/** One visit brought by an affiliate's code or link. */
const AffiliateClick = model
  .define("affiliate_click", {
    id: model.id({ prefix: "affclk" }).primaryKey(),
    affiliate_id: model.text(),
    code_id: model.text().nullable(),
    visitor_id: model.text().nullable(),
    sub_id: model.text().nullable(),
    landing_url: model.text().nullable(),
    referrer: model.text().nullable(),
    /** False for bots and repeats: recorded, never shown as a click. */
    counted: model.boolean().default(true),
  })
  .indexes([
    {
      name: "IDX_affiliate_click_affiliate_created",
      on: ["affiliate_id", "created_at"],
    },
    {
      name: "IDX_affiliate_click_visitor",
      on: ["visitor_id", "created_at"],
      where: "visitor_id IS NOT NULL",
    },
  ])

export default AffiliateClick
