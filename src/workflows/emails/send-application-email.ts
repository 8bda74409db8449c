import {
  createWorkflow,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import {
  SendApplicationEmailStepInput,
  sendApplicationEmailStep,
} from "./steps/send-application-email"

export type SendApplicationEmailWorkflowInput = SendApplicationEmailStepInput

/** Tells an applicant by e-mail what a person decided. */
export const sendApplicationEmailWorkflow = createWorkflow(
  "affiliate-send-application-email",
  (input: WorkflowData<SendApplicationEmailWorkflowInput>) =>
    new WorkflowResponse(sendApplicationEmailStep(input))
)
