import {
  createWorkflow,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import {
  SendInvitationsStepInput,
  sendInvitationsStep,
} from "./steps/send-invitations"

/** Sends the e-mails of invitations that are due: those that failed before, and those that nobody came to send. */
export const sendInvitationsWorkflow = createWorkflow(
  "affiliate-send-invitations",
  (input: WorkflowData<SendInvitationsStepInput>) =>
    new WorkflowResponse(sendInvitationsStep(input))
)
