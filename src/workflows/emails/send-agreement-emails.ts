import {
  createWorkflow,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import {
  SendAgreementEmailsStepInput,
  sendAgreementEmailsStep,
} from "./steps/send-agreement-emails"

export type SendAgreementEmailsWorkflowInput = SendAgreementEmailsStepInput

/** Tells affiliates by e-mail of an agreement that their payouts wait for, unless they have switched that off. */
export const sendAgreementEmailsWorkflow = createWorkflow(
  "affiliate-send-agreement-emails",
  (input: WorkflowData<SendAgreementEmailsWorkflowInput>) =>
    new WorkflowResponse(sendAgreementEmailsStep(input))
)
