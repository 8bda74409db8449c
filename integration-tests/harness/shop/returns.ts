import { ok } from "./api"
import { fulfill } from "./fulfillment"
import type { Shop } from "./shop"

/** Some of an order's line. */
export type LinePart = { lineId: string; quantity: number }

/** Goods of an order come back: requested and received. Money is not paid back by that; see `refund`. */
export async function returnGoods(
  shop: Shop,
  orderId: string,
  parts: LinePart[]
): Promise<void> {
  await receiveReturn(shop, await requestReturn(shop, orderId, parts))
}

/** Asks for goods to be sent back, after sending out what was not sent yet; answers the return's id. */
export async function requestReturn(
  shop: Shop,
  orderId: string,
  parts: LinePart[]
): Promise<string> {
  await fulfill(shop, orderId)
  const answer = ok(
    await shop.admin.post("/admin/returns", {
      order_id: orderId,
      location_id: shop.stockLocationId,
    })
  )
  const id: string = answer.return.id
  ok(
    await shop.admin.post(`/admin/returns/${id}/request-items`, {
      items: toItems(parts),
    })
  )
  ok(await shop.admin.post(`/admin/returns/${id}/request`))
  return id
}

/** Books the goods of a return as received; all of them unless parts are given. */
export async function receiveReturn(
  shop: Pick<Shop, "admin">,
  returnId: string,
  parts?: LinePart[]
): Promise<void> {
  const path = `/admin/returns/${returnId}`
  const items = toItems(parts ?? (await expected(shop, returnId)))
  ok(await shop.admin.post(`${path}/receive`))
  ok(await shop.admin.post(`${path}/receive-items`, { items }))
  ok(await shop.admin.post(`${path}/receive/confirm`))
}

/** Calls a requested return off. */
export async function cancelReturn(
  shop: Pick<Shop, "admin">,
  returnId: string
): Promise<void> {
  ok(await shop.admin.post(`/admin/returns/${returnId}/cancel`))
}

async function expected(
  shop: Pick<Shop, "admin">,
  returnId: string
): Promise<LinePart[]> {
  const answer = ok(
    await shop.admin.get(`/admin/returns/${returnId}`, { fields: "*items" })
  )
  return answer.return.items.map(
    ({ item_id, quantity }: { item_id: string; quantity: number }) => ({
      lineId: item_id,
      quantity,
    })
  )
}

function toItems(parts: LinePart[]) {
  return parts.map(({ lineId, quantity }) => ({ id: lineId, quantity }))
}
