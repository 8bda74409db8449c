import {
  createWorkflow,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import type { NewLink } from "../../modules/affiliate/service-layers/links"
import { addLinkStep } from "./steps/add-link"

export type CreateLinkWorkflowInput = NewLink

/**
 * Makes a tracking link. Whether its destination is on an allowed host is for whoever calls to check; it is checked
 * again whenever the link is followed.
 *
 * @throws not_found for the affiliate; not_allowed when it may not bring visitors or has too many links;
 *   duplicate_error when the slug is taken
 *
 * @example
 * await createLinkWorkflow(container).run({
 *   input: { affiliate_id, destination_url: "https://shop.example/shirts", campaign: "Spring" },
 * })
 */
export const createLinkWorkflow = createWorkflow(
  "affiliate-create-link",
  (input: WorkflowData<CreateLinkWorkflowInput>) =>
    new WorkflowResponse(addLinkStep(input))
)
