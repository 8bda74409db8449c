import type { HttpTypes } from "@medusajs/framework/types"
import { addressOf } from "./address"
import { ok } from "./api"
import type { Line } from "./checkout"
import type { Currency, Shop } from "./shop"

/** An order that the merchant writes down for somebody, say on the phone, and makes a real one. */
export async function draftAndConvert(
  shop: Shop,
  draft: { items: Line[]; email: string; code?: string; currency?: Currency }
): Promise<HttpTypes.AdminOrder> {
  const { items, email, code, currency = "usd" } = draft
  const { regionId, countryCode } = shop.markets[currency]
  const address = addressOf("Ada Lovelace", countryCode)
  const { draft_order } = ok(
    await shop.admin.post<HttpTypes.AdminDraftOrderResponse>(
      "/admin/draft-orders",
      {
        email,
        region_id: regionId,
        sales_channel_id: shop.salesChannelId,
        shipping_address: address,
        billing_address: address,
        items: items.map(({ ware, quantity = 1 }) => ({
          variant_id: ware.variantId,
          quantity,
        })),
        shipping_methods: [
          {
            name: "Standard",
            shipping_option_id: shop.shippingOptionId,
            amount: 10,
          },
        ],
        promo_codes: code === undefined ? undefined : [code],
      }
    )
  )
  const { order } = ok(
    await shop.admin.post<HttpTypes.AdminOrderResponse>(
      `/admin/draft-orders/${draft_order.id}/convert-to-order`
    )
  )
  return order
}
