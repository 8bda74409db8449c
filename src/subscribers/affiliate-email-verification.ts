import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { AuthWorkflowEvents } from "@medusajs/framework/utils"

import { sendEmailVerificationWorkflow } from "../workflows/logins"

interface VerificationRequested {
  /** What is to be verified. */
  entity_id: string
  entity_type: string
  auth_identity_id: string
  /** Missing when it is verified already. */
  code?: string
  /** As the page gave it that asked. */
  metadata: Record<string, unknown>
}

/**
 * Who asks for it as an affiliate is sent the code that verifies the address. The event does not say what kind of login it
 * is, so that the page that asks says so in `metadata.actor_type`; other logins are the store's affair.
 */
export default async function affiliateEmailVerification({
  event: { data },
  container,
}: SubscriberArgs<VerificationRequested>): Promise<void> {
  const { entity_id, entity_type, auth_identity_id, code, metadata } = data
  if (metadata.actor_type !== "affiliate" || entity_type !== "email" || !code) {
    return
  }
  await sendEmailVerificationWorkflow(container).run({
    input: { auth_identity_id, email: entity_id, code },
  })
}

export const config: SubscriberConfig = {
  event: AuthWorkflowEvents.VERIFICATION_REQUESTED,
  context: { subscriberId: "affiliate-email-verification" },
}
