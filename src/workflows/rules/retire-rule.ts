import {
  createWorkflow,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { retireRuleStep } from "./steps/retire-rule"

/**
 * Takes a rule out of force for orders placed from now on.
 *
 * @throws not_found
 */
export const retireRuleWorkflow = createWorkflow(
  "affiliate-retire-rule",
  (input: WorkflowData<{ id: string }>) =>
    new WorkflowResponse(retireRuleStep(input))
)
