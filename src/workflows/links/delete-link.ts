import {
  createWorkflow,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import type { LinkKey } from "../../modules/affiliate/service-layers/links"
import { removeLinkStep } from "./steps/remove-link"

/**
 * Takes a link away: one that was followed is archived, so that its slug is nobody else's, any other is gone.
 *
 * @throws not_found, also for another affiliate's link
 */
export const deleteLinkWorkflow = createWorkflow(
  "affiliate-delete-link",
  (input: WorkflowData<LinkKey>) => new WorkflowResponse(removeLinkStep(input))
)
