import type { HttpTypes } from "@medusajs/framework/types"
import { ok } from "./api"
import type { Shop } from "./shop"

/** The payments of an order, in the order they were made. */
export async function paymentsOf(shop: Pick<Shop, "admin">, orderId: string) {
  const { order } = ok(
    await shop.admin.get<HttpTypes.AdminOrderResponse>(
      `/admin/orders/${orderId}`,
      {
        fields:
          "*payment_collections.payments,*payment_collections.payments.captures",
      }
    )
  )
  return (order.payment_collections ?? []).flatMap(
    ({ payments }) => payments ?? []
  )
}

/** Captures an order's payment. */
export async function capture(
  shop: Pick<Shop, "admin">,
  orderId: string,
  amount?: number
): Promise<void> {
  const payment = await onlyPayment(shop, orderId)
  ok(await shop.admin.post(`/admin/payments/${payment.id}/capture`, { amount }))
}

/**
 * Pays money of an order back. What the order already owes (after a return) is settled first; the rest is goodwill,
 * which Medusa records as a credit line.
 *
 * @param amount in major units
 */
export async function refund(
  shop: Pick<Shop, "admin">,
  orderId: string,
  amount: number
): Promise<void> {
  const payment = await onlyPayment(shop, orderId)
  ok(await shop.admin.post(`/admin/payments/${payment.id}/refund`, { amount }))
}

/** Pays what an order still owes: the merchant got the money in some other way, and says so. */
export async function payTheRest(
  shop: Pick<Shop, "admin">,
  orderId: string
): Promise<void> {
  const { order } = ok(
    await shop.admin.get<HttpTypes.AdminOrderResponse>(
      `/admin/orders/${orderId}`,
      { fields: "*payment_collections" }
    )
  )
  const open = order.payment_collections?.find(
    ({ status }) => status === "not_paid"
  )
  if (!open) throw new Error(`order ${orderId} owes nothing`)
  ok(
    await shop.admin.post(
      `/admin/payment-collections/${open.id}/mark-as-paid`,
      { order_id: orderId }
    )
  )
}

async function onlyPayment(shop: Pick<Shop, "admin">, orderId: string) {
  const [payment] = await paymentsOf(shop, orderId)
  if (!payment) throw new Error(`order ${orderId} has no payment`)
  return payment
}
