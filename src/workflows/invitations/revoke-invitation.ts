import {
  createWorkflow,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { revokeInvitationStep } from "./steps/revoke-invitation"

/**
 * Takes an invitation back: its link is worth nothing from then on.
 *
 * @throws not_found; not_allowed for one that was accepted or revoked already
 *
 * @example
 * await revokeInvitationWorkflow(container).run({ input: { id } })
 */
export const revokeInvitationWorkflow = createWorkflow(
  "affiliate-revoke-invitation",
  (input: WorkflowData<{ id: string }>) =>
    new WorkflowResponse(revokeInvitationStep(input))
)
