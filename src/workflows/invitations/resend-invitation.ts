import {
  createWorkflow,
  transform,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import {
  RenewInvitationStepInput,
  renewInvitationStep,
} from "./steps/renew-invitation"
import { sendInvitationsStep } from "./steps/send-invitations"

export type ResendInvitationWorkflowInput = RenewInvitationStepInput

/**
 * Sends an invitation again, with a new token and a new time. The old token is worth nothing from then on.
 *
 * @throws not_found; not_allowed for one that was accepted or revoked
 *
 * @example
 * await resendInvitationWorkflow(container).run({ input: { id } })
 */
export const resendInvitationWorkflow = createWorkflow(
  "affiliate-resend-invitation",
  (input: WorkflowData<ResendInvitationWorkflowInput>) => {
    const renewed = renewInvitationStep(input)
    sendInvitationsStep(transform(renewed, ({ id }) => ({ ids: [id] })))
    return new WorkflowResponse(renewed)
  }
)
