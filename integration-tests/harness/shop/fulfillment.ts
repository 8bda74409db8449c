import type { HttpTypes } from "@medusajs/framework/types"
import { ok } from "./api"
import type { Shop } from "./shop"

/** Sends out everything of an order that was not sent yet; only what was sent can come back. */
export async function fulfill(
  shop: Pick<Shop, "admin" | "stockLocationId">,
  orderId: string
): Promise<void> {
  const { order } = ok(
    await shop.admin.get<HttpTypes.AdminOrderResponse>(
      `/admin/orders/${orderId}`,
      {
        fields: "*items,*items.detail",
      }
    )
  )
  const unsent = order.items
    .map(({ id, quantity, detail, requires_shipping }) => ({
      id,
      quantity: quantity - detail.fulfilled_quantity,
      requires_shipping,
    }))
    .filter(({ quantity }) => quantity > 0)
  // Goods that an edit, an exchange or a claim added count as not shipped, and Medusa wants them apart.
  for (const shipped of [true, false]) {
    const items = unsent
      .filter(({ requires_shipping }) => requires_shipping === shipped)
      .map(({ id, quantity }) => ({ id, quantity }))
    if (items.length === 0) continue
    ok(
      await shop.admin.post(`/admin/orders/${orderId}/fulfillments`, {
        items,
        location_id: shop.stockLocationId,
      })
    )
  }
}
