import {
  createWorkflow,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { ChangeLinkStepInput, changeLinkStep } from "./steps/change-link"

export type UpdateLinkWorkflowInput = ChangeLinkStepInput

/**
 * Changes where a link leads and what it adds, archives it, or takes it up again. Its slug stays.
 *
 * @throws not_found, also for another affiliate's link
 */
export const updateLinkWorkflow = createWorkflow(
  "affiliate-update-link",
  (input: WorkflowData<UpdateLinkWorkflowInput>) =>
    new WorkflowResponse(changeLinkStep(input))
)
