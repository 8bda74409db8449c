import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"

import { AffiliateEvents } from "../modules/affiliate/events"
import { sendAgreementEmailsWorkflow } from "../workflows/emails"

/** Affiliates hear of new terms that their payouts wait for. */
export default async function affiliateAgreementEmails({
  event,
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> {
  await sendAgreementEmailsWorkflow(container).run({
    input: { id: event.data.id },
  })
}

export const config: SubscriberConfig = {
  event: AffiliateEvents.AGREEMENT_PUBLISHED,
  context: { subscriberId: "affiliate-agreement-emails" },
}
