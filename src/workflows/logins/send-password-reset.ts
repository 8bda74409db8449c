import {
  createWorkflow,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import {
  SendPasswordResetStepInput,
  sendPasswordResetStep,
} from "./steps/send-password-reset"

export type SendPasswordResetWorkflowInput = SendPasswordResetStepInput

/**
 * Sends an affiliate who forgot the password what it takes to set a new one.
 *
 * @example
 * await sendPasswordResetWorkflow(container).run({ input: { email, token } })
 */
export const sendPasswordResetWorkflow = createWorkflow(
  "affiliate-send-password-reset",
  (input: WorkflowData<SendPasswordResetWorkflowInput>) =>
    new WorkflowResponse(sendPasswordResetStep(input))
)
