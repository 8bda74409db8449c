import {
  createWorkflow,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import {
  SendPayoutEmailStepInput,
  sendPayoutEmailStep,
} from "./steps/send-payout-email"

export type SendPayoutEmailWorkflowInput = SendPayoutEmailStepInput

/** Tells an affiliate by e-mail that a payout was sent, or failed, unless they have switched that off. */
export const sendPayoutEmailWorkflow = createWorkflow(
  "affiliate-send-payout-email",
  (input: WorkflowData<SendPayoutEmailWorkflowInput>) =>
    new WorkflowResponse(sendPayoutEmailStep(input))
)
