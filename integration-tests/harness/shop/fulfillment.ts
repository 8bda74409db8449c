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
  const items = order.items
    .map(({ id, quantity, detail }) => ({
      id,
      quantity: quantity - detail.fulfilled_quantity,
    }))
    .filter(({ quantity }) => quantity > 0)
  if (items.length === 0) return
  ok(
    await shop.admin.post(`/admin/orders/${orderId}/fulfillments`, {
      items,
      location_id: shop.stockLocationId,
    })
  )
}
