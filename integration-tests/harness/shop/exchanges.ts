import { ok } from "./api"
import type { Line } from "./checkout"
import { fulfill } from "./fulfillment"
import { type LinePart } from "./returns"
import type { Shop } from "./shop"

/**
 * Exchanges goods of an order for others: what goes back is on its way, what goes out is on the order.
 *
 * @returns the return to receive with `receiveReturn` when the goods arrive
 */
export async function exchange(
  shop: Shop,
  orderId: string,
  { back, out }: { back: LinePart[]; out: Line[] }
): Promise<{ exchangeId: string; returnId: string }> {
  await fulfill(shop, orderId)
  const { exchange } = ok(
    await shop.admin.post("/admin/exchanges", { order_id: orderId })
  )
  const path = `/admin/exchanges/${exchange.id}`
  const inbound = ok(
    await shop.admin.post(`${path}/inbound/items`, {
      location_id: shop.stockLocationId,
      items: back.map(({ lineId, quantity }) => ({ id: lineId, quantity })),
    })
  )
  ok(
    await shop.admin.post(`${path}/outbound/items`, {
      items: out.map(({ ware, quantity = 1 }) => ({
        variant_id: ware.variantId,
        quantity,
      })),
    })
  )
  ok(await shop.admin.post(`${path}/request`))
  return { exchangeId: exchange.id, returnId: inbound.return.id }
}

/** Calls an exchange off. */
export async function cancelExchange(
  shop: Pick<Shop, "admin">,
  exchangeId: string
): Promise<void> {
  ok(await shop.admin.post(`/admin/exchanges/${exchangeId}/cancel`))
}
