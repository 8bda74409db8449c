import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"

import { AFFILIATE_MODULE } from "../modules/affiliate"
import AffiliateModuleService from "../modules/affiliate/service"
import { reconcileOrderWorkflow } from "../workflows/orders"

/**
 * Money taken or given back. Medusa's workflows leave out `payment.captured`
 * and `payment.refunded` in several cases (an order cancelled after capture, a
 * provider that captures by itself), so the modules' own events are heard too.
 */
export default async function affiliateOrderMoneyMoved({
  event,
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> {
  const service = container.resolve<AffiliateModuleService>(AFFILIATE_MODULE)
  for (const order_id of await service.listOrderIdsOfMovement(event.data.id)) {
    await reconcileOrderWorkflow(container).run({ input: { order_id } })
  }
}

export const config: SubscriberConfig = {
  event: [
    "payment.captured",
    "payment.refunded",
    "payment.capture.created",
    "payment.refund.created",
    "order.order-transaction.created",
    "order.order-credit-line.created",
  ],
  context: { subscriberId: "affiliate-order-money-moved" },
}
