import { model } from "@medusajs/framework/utils"

/** Somebody looked at an affiliate's tax numbers in clear. The database refuses every UPDATE and DELETE. */
const AffiliateTaxLook = model
  .define("affiliate_tax_look", {
    id: model.id({ prefix: "afflook" }).primaryKey(),
    affiliate_id: model.text(),
    tax_form_id: model.text(),
    reason: model.text(),
    /** As in the record of changes. */
    actor_type: model.text().nullable(),
    actor_id: model.text().nullable(),
  })
  .indexes([
    {
      name: "IDX_affiliate_tax_look_affiliate",
      on: ["affiliate_id", "created_at"],
    },
  ])

export default AffiliateTaxLook
