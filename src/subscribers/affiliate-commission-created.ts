import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"

import { AffiliateEvents } from "../modules/affiliate/events"
import { checkMilestonesWorkflow } from "../workflows/milestones"

/** An affiliate who earned something may have reached a milestone. */
export default async function affiliateCommissionCreated({
  event,
  container,
}: SubscriberArgs<{ affiliate_id: string }>): Promise<void> {
  await checkMilestonesWorkflow(container).run({
    input: { affiliate_ids: [event.data.affiliate_id] },
  })
}

export const config: SubscriberConfig = {
  event: AffiliateEvents.COMMISSION_CREATED,
  context: { subscriberId: "affiliate-commission-created" },
}
