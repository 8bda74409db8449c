import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"

import { AFFILIATE_MODULE } from "../modules/affiliate"
import AffiliateModuleService from "../modules/affiliate/service"
import { reconcileOrderWorkflow } from "../workflows/orders"

/**
 * Medusa tells of no workflow event when a return, an exchange or a claim is
 * called off; the change of the order that each of them is, is always told.
 */
export default async function affiliateOrderChangeConfirmed({
  event,
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> {
  const service = container.resolve<AffiliateModuleService>(AFFILIATE_MODULE)
  for (const order_id of await service.listOrderIdsOfMovement(event.data.id)) {
    await reconcileOrderWorkflow(container).run({ input: { order_id } })
  }
}

export const config: SubscriberConfig = {
  event: "order.order-change.updated",
  context: { subscriberId: "affiliate-order-change-confirmed" },
}
