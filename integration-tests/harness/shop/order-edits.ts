import { ok } from "./api"
import type { Line } from "./checkout"
import type { LinePart } from "./returns"
import type { Shop } from "./shop"

/** What a merchant changes on an order. A quantity of 0 removes the line. */
export type OrderEdit = { set?: LinePart[]; add?: Line[] }

/** Edits an order and confirms the edit. */
export async function editOrder(
  shop: Pick<Shop, "admin">,
  orderId: string,
  { set = [], add = [] }: OrderEdit
): Promise<void> {
  const { admin } = shop
  ok(await admin.post("/admin/order-edits", { order_id: orderId }))
  const path = `/admin/order-edits/${orderId}`
  for (const { lineId, quantity } of set) {
    ok(await admin.post(`${path}/items/item/${lineId}`, { quantity }))
  }
  if (add.length > 0) {
    ok(
      await admin.post(`${path}/items`, {
        items: add.map(({ ware, quantity = 1 }) => ({
          variant_id: ware.variantId,
          quantity,
        })),
      })
    )
  }
  ok(await admin.post(`${path}/request`))
  ok(await admin.post(`${path}/confirm`))
}
