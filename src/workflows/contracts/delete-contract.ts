import {
  createWorkflow,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import {
  RemoveContractStepInput,
  removeContractStep,
} from "./steps/remove-contract"

export type DeleteContractWorkflowInput = RemoveContractStepInput

/**
 * Deletes a contract that has not started.
 *
 * @throws not_found; not_allowed once it has started
 */
export const deleteContractWorkflow = createWorkflow(
  "affiliate-delete-contract",
  (input: WorkflowData<DeleteContractWorkflowInput>) =>
    new WorkflowResponse(removeContractStep(input))
)
