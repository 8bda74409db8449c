import {
  createWorkflow,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import {
  ChangeContractStepInput,
  changeContractStep,
} from "./steps/change-contract"

export type UpdateContractWorkflowInput = ChangeContractStepInput

/**
 * Changes a contract. Orders placed before keep what it said then, however late they are judged.
 *
 * @throws as `createContractWorkflow`; not_found; not_allowed for another split or start once it has started
 */
export const updateContractWorkflow = createWorkflow(
  "affiliate-update-contract",
  (input: WorkflowData<UpdateContractWorkflowInput>) =>
    new WorkflowResponse(changeContractStep(input))
)
