import {
  createWorkflow,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { removeTierStep } from "./steps/remove-tier"

/**
 * Deletes a tier.
 *
 * @throws not_found; not_allowed while affiliates are in it
 */
export const deleteTierWorkflow = createWorkflow(
  "affiliate-delete-tier",
  (input: WorkflowData<{ id: string }>) =>
    new WorkflowResponse(removeTierStep(input))
)
