import {
  createWorkflow,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import {
  AcceptAgreementStepInput,
  acceptAgreementStep,
} from "./steps/accept-agreement"

export type AcceptAgreementWorkflowInput = AcceptAgreementStepInput

/**
 * Records that an affiliate accepts the version in force. A second time changes nothing and answers the same.
 *
 * @throws not_found for a version that the program does not have; not_allowed for one that is in force no more
 */
export const acceptAgreementWorkflow = createWorkflow(
  "affiliate-accept-agreement",
  (input: WorkflowData<AcceptAgreementWorkflowInput>) =>
    new WorkflowResponse(acceptAgreementStep(input))
)
