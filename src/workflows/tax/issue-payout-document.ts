import {
  createWorkflow,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import {
  issuePayoutDocumentStep,
  IssuePayoutDocumentStepInput,
} from "./steps/issue-payout-document"

export type IssuePayoutDocumentWorkflowInput = IssuePayoutDocumentStepInput

/**
 * Issues the paper of a paid payout: an invoice written for the affiliate where that was agreed to, else an advice of
 * what was paid; and what corrects it where money came back. Once for ever: asked again, it answers the same.
 *
 * @throws not_found; not_allowed for a payout that is not paid, and without an encryption key
 */
export const issuePayoutDocumentWorkflow = createWorkflow(
  "affiliate-issue-payout-document",
  (input: WorkflowData<IssuePayoutDocumentWorkflowInput>) =>
    new WorkflowResponse(issuePayoutDocumentStep(input))
)
