import { MedusaContainer } from "@medusajs/framework/types"

import { sendInvitationsWorkflow } from "../workflows/invitations"

/** Every minute: e-mails of invitations that did not go out when they should have. */
export default async function affiliateSendInvitations(
  container: MedusaContainer
): Promise<void> {
  await sendInvitationsWorkflow(container).run({ input: {} })
}

export const config = {
  name: "affiliate-send-invitations",
  schedule: "* * * * *",
}
