import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"

import { settleSpentGiftsWorkflow } from "../workflows/payouts"

/** An order may have used a part of a gift: the rest can be used at the next. */
export default async function affiliateGiftSpent({
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> {
  await settleSpentGiftsWorkflow(container).run({ input: {} })
}

export const config: SubscriberConfig = {
  event: "order.placed",
  context: { subscriberId: "affiliate-gift-spent" },
}
