import type { HttpTypes } from "@medusajs/framework/types"
import { addressOf } from "./address"
import { ok } from "./api"
import type { Line } from "./checkout"
import type { Currency, Shop } from "./shop"

/** What somebody orders of the merchant, say on the phone. */
export type Draft = {
  items: Line[]
  email: string
  code?: string
  currency?: Currency
}

/** An order that the merchant writes down for somebody: no sale until it is made a real one. */
export async function draftOrder(
  shop: Shop,
  { items, email, code, currency = "usd" }: Draft
): Promise<HttpTypes.AdminDraftOrder> {
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
  return draft_order
}

/** Makes a draft a real order, which keeps its id. */
export async function convertDraft(
  shop: Pick<Shop, "admin">,
  id: string
): Promise<HttpTypes.AdminOrder> {
  const { order } = ok(
    await shop.admin.post<HttpTypes.AdminOrderResponse>(
      `/admin/draft-orders/${id}/convert-to-order`
    )
  )
  return order
}

/** An order that the merchant writes down and makes a real one at once. */
export async function draftAndConvert(
  shop: Shop,
  draft: Draft
): Promise<HttpTypes.AdminOrder> {
  const { id } = await draftOrder(shop, draft)
  return await convertDraft(shop, id)
}
