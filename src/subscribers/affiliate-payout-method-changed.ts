import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"

import { AffiliateEvents } from "../modules/affiliate/events"
import { tellPayoutMethodChangedWorkflow } from "../workflows/payout-methods"

/** Money is about to go somewhere else: its owner is told. */
export default async function affiliatePayoutMethodChanged({
  event,
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> {
  await tellPayoutMethodChangedWorkflow(container).run({
    input: { affiliate_id: event.data.id },
  })
}

export const config: SubscriberConfig = {
  event: AffiliateEvents.PAYOUT_METHOD_CHANGED,
  context: { subscriberId: "affiliate-payout-method-changed" },
}
