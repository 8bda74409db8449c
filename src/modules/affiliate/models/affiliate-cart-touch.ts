import { model } from "@medusajs/framework/utils"

/**
 * The touches remembered on the server for one cart. The cart's own metadata
 * is the shopper's to write and is never trusted.
 */
const AffiliateCartTouch = model
  .define("affiliate_cart_touch", {
    id: model.id({ prefix: "affcart" }).primaryKey(),
    cart_id: model.text(),
    code_id: model.text().nullable(),
    code_at: model.dateTime().nullable(),
    click_id: model.text().nullable(),
    visitor_id: model.text().nullable(),
    sub_id: model.text().nullable(),
  })
  .indexes([
    {
      name: "IDX_affiliate_cart_touch_cart_unique",
      on: ["cart_id"],
      unique: true,
    },
    { name: "IDX_affiliate_cart_touch_created", on: ["created_at"] },
  ])

export default AffiliateCartTouch
