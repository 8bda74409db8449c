import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"

import { AffiliateEvents } from "../modules/affiliate/events"
import { sendPayoutEmailWorkflow } from "../workflows/emails"

/** An affiliate hears that money was sent, or that it could not be. */
export default async function affiliatePayoutEmails({
  event: { name, data },
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> {
  await sendPayoutEmailWorkflow(container).run({
    input: {
      id: data.id,
      status: name === AffiliateEvents.PAYOUT_PAID ? "paid" : "failed",
    },
  })
}

export const config: SubscriberConfig = {
  event: [AffiliateEvents.PAYOUT_PAID, AffiliateEvents.PAYOUT_FAILED],
  context: { subscriberId: "affiliate-payout-emails" },
}
