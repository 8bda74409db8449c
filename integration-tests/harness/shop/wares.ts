import type { HttpTypes } from "@medusajs/framework/types"
import { ok } from "./api"
import type { Currency, Shop, Ware } from "./shop"

/**
 * Adds a product of one variant to the shop's sales channel. Stock is not counted, so it never runs out.
 *
 * @param price in major units: one number for every currency, or one for each currency it is sold in
 */
export async function addWare(
  shop: Pick<Shop, "admin" | "salesChannelId" | "shippingProfileId">,
  {
    title,
    kind = "Only",
    price,
  }: {
    title: string
    /** What its one variant is called. */
    kind?: string
    price: number | Partial<Record<Currency, number>>
  }
): Promise<Ware> {
  const prices =
    typeof price === "number"
      ? { usd: price, eur: price, jpy: price, kwd: price }
      : price
  const { product } = ok(
    await shop.admin.post<HttpTypes.AdminProductResponse>("/admin/products", {
      title,
      status: "published",
      shipping_profile_id: shop.shippingProfileId,
      sales_channels: [{ id: shop.salesChannelId }],
      options: [{ title: "Kind", values: [kind] }],
      variants: [
        {
          title: kind,
          options: { Kind: kind },
          manage_inventory: false,
          prices: Object.entries(prices).map(([currency_code, amount]) => ({
            currency_code,
            amount,
          })),
        },
      ],
    })
  )
  return { productId: product.id, variantId: variantOf(product), title }
}

function variantOf(product: HttpTypes.AdminProduct): string {
  const variant = product.variants?.[0]
  if (!variant) throw new Error(`product ${product.id} has no variant`)
  return variant.id
}
