import {
  createWorkflow,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { removeProgramStep } from "./steps/remove-program"

/**
 * Deletes a program with its tiers.
 *
 * @throws not_found; not_allowed for the default program, and while it has affiliates
 */
export const deleteProgramWorkflow = createWorkflow(
  "affiliate-delete-program",
  (input: WorkflowData<{ id: string }>) =>
    new WorkflowResponse(removeProgramStep(input))
)
