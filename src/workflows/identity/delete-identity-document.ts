import {
  createWorkflow,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import {
  RemoveDocumentStepInput,
  removeDocumentStep,
} from "./steps/remove-document"

export type DeleteIdentityDocumentWorkflowInput = RemoveDocumentStepInput

/**
 * Deletes a document and its file.
 *
 * @throws not_found, also for another affiliate's document; not_allowed unless the identity is pending
 */
export const deleteIdentityDocumentWorkflow = createWorkflow(
  "affiliate-delete-identity-document",
  (input: WorkflowData<DeleteIdentityDocumentWorkflowInput>) =>
    new WorkflowResponse(removeDocumentStep(input))
)
