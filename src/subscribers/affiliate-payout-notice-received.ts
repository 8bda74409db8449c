import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"

import { AffiliateEvents } from "../modules/affiliate/events"
import { handlePayoutNoticeWorkflow } from "../workflows/payout-notices"

/** A payout provider said something: its webhook was answered already. */
export default async function affiliatePayoutNoticeReceived({
  event,
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> {
  await handlePayoutNoticeWorkflow(container).run({
    input: { id: event.data.id },
  })
}

export const config: SubscriberConfig = {
  event: AffiliateEvents.PAYOUT_NOTICE_RECEIVED,
  context: { subscriberId: "affiliate-payout-notice-received" },
}
