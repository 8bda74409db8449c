import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"

import { reconcileOrderWorkflow } from "../workflows/orders"

interface OrderEvent {
  id?: string
  order_id?: string
}

/** Whatever happened to an order, what it owes is computed anew. */
export default async function affiliateOrderChanged({
  event,
  container,
}: SubscriberArgs<OrderEvent>): Promise<void> {
  const order_id = event.data.order_id ?? event.data.id
  if (order_id) {
    await reconcileOrderWorkflow(container).run({ input: { order_id } })
  }
}

export const config: SubscriberConfig = {
  event: [
    "order.placed",
    "order.updated",
    "order.completed",
    "order.canceled",
    "order.return_received",
    "order.claim_created",
    "order.exchange_created",
    "order-edit.confirmed",
  ],
  context: { subscriberId: "affiliate-order-changed" },
}
