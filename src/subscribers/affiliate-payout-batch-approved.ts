import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"

import { AffiliateEvents } from "../modules/affiliate/events"
import { runPayoutBatchWorkflow } from "../workflows/payout-batches"

/** A batch that may run is run at once; the job sees to those whose event was lost. */
export default async function affiliatePayoutBatchApproved({
  event,
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> {
  await runPayoutBatchWorkflow(container).run({ input: { id: event.data.id } })
}

export const config: SubscriberConfig = {
  event: AffiliateEvents.PAYOUT_BATCH_APPROVED,
  context: { subscriberId: "affiliate-payout-batch-approved" },
}
