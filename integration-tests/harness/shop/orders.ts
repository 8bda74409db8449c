import type { HttpTypes } from "@medusajs/framework/types"
import { ok } from "./api"
import type { Shop } from "./shop"

const FIELDS = [
  "id",
  "status",
  "version",
  "email",
  "currency_code",
  "created_at",
  "updated_at",
  "canceled_at",
  "total",
  "subtotal",
  "tax_total",
  "discount_total",
  "item_subtotal",
  "shipping_subtotal",
  "credit_line_total",
  "customer_id",
  "*items",
  "*items.detail",
  "*items.adjustments",
  "*shipping_methods",
  "*credit_lines",
  "*transactions",
  "*payment_collections.payments",
  "*payment_collections.payments.captures",
  "*payment_collections.payments.refunds",
  "*fulfillments",
  "*summary",
].join(",")

/** An order with what Medusa answers beyond its own types when asked for the fields above. */
export type FullOrder = Omit<HttpTypes.AdminOrder, "items" | "transactions"> & {
  canceled_at: string | null
  items: (HttpTypes.AdminOrderLineItem & { discount_subtotal: number })[]
  transactions: NonNullable<HttpTypes.AdminOrder["transactions"]>
}

/** An order as the merchant sees it now, with lines, payments, transactions and credit lines. */
export async function readOrder(
  shop: Pick<Shop, "admin">,
  orderId: string
): Promise<FullOrder> {
  const { order } = ok(
    await shop.admin.get<{ order: FullOrder }>(`/admin/orders/${orderId}`, {
      fields: FIELDS,
    })
  )
  return order
}

/** Cancels an order. Medusa refunds what was captured. */
export async function cancelOrder(
  shop: Pick<Shop, "admin">,
  orderId: string
): Promise<void> {
  ok(await shop.admin.post(`/admin/orders/${orderId}/cancel`))
}

/** The line of an order that sells a ware; of several, the first. */
export function lineOf<Line extends { product_title: string | null }>(
  order: { items?: Line[] | null },
  title: string
): Line {
  const line = order.items?.find(({ product_title }) => product_title === title)
  if (!line) throw new Error(`the order has no line "${title}"`)
  return line
}
