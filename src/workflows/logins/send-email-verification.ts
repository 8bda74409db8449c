import {
  createWorkflow,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import {
  SendEmailVerificationStepInput,
  sendEmailVerificationStep,
} from "./steps/send-email-verification"

export type SendEmailVerificationWorkflowInput = SendEmailVerificationStepInput

/**
 * Sends whoever wants to be an affiliate the code that shows that the address is theirs.
 *
 * @example
 * await sendEmailVerificationWorkflow(container).run({
 *   input: { auth_identity_id, email, code },
 * })
 */
export const sendEmailVerificationWorkflow = createWorkflow(
  "affiliate-send-email-verification",
  (input: WorkflowData<SendEmailVerificationWorkflowInput>) =>
    new WorkflowResponse(sendEmailVerificationStep(input))
)
