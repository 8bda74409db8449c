import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { AuthWorkflowEvents } from "@medusajs/framework/utils"

import { sendPasswordResetWorkflow } from "../workflows/logins"

interface PasswordReset {
  /** What they log in with; an e-mail address with Medusa's own provider. */
  entity_id: string
  actor_type: string
  token: string
}

/** An affiliate who forgot the password is sent what it takes to set a new one; other logins are the store's affair. */
export default async function affiliatePasswordReset({
  event: { data },
  container,
}: SubscriberArgs<PasswordReset>): Promise<void> {
  if (data.actor_type !== "affiliate" || !data.entity_id.includes("@")) {
    return
  }
  await sendPasswordResetWorkflow(container).run({
    input: { email: data.entity_id, token: data.token },
  })
}

export const config: SubscriberConfig = {
  event: AuthWorkflowEvents.PASSWORD_RESET,
  context: { subscriberId: "affiliate-password-reset" },
}
