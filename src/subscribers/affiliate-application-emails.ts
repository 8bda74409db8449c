import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"

import { AffiliateEvents } from "../modules/affiliate/events"
import { sendApplicationEmailWorkflow } from "../workflows/emails"

/** An applicant hears what was decided. */
export default async function affiliateApplicationEmails({
  event,
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> {
  await sendApplicationEmailWorkflow(container).run({
    input: { id: event.data.id },
  })
}

export const config: SubscriberConfig = {
  event: [AffiliateEvents.APPROVED, AffiliateEvents.REJECTED],
  context: { subscriberId: "affiliate-application-emails" },
}
