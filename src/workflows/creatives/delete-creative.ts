import {
  createWorkflow,
  transform,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { deleteImageStep } from "./steps/delete-image"
import { removeCreativeStep } from "./steps/remove-creative"

/**
 * Deletes a creative and its image, which is then missing wherever it is embedded: archive it instead, unless that is
 * what is meant.
 *
 * @throws not_found
 */
export const deleteCreativeWorkflow = createWorkflow(
  "affiliate-delete-creative",
  (input: WorkflowData<{ id: string }>) => {
    const removed = removeCreativeStep(input)
    deleteImageStep(transform(removed, ({ file_id }) => ({ file_id })))
    return new WorkflowResponse(removed)
  }
)
