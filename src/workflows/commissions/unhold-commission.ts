import {
  createWorkflow,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import {
  unholdCommissionStep,
  UnholdCommissionStepInput,
} from "./steps/unhold-commission"

export type UnholdCommissionWorkflowInput = UnholdCommissionStepInput

/**
 * Lets a held commission be released when it is due, whoever held it.
 *
 * @throws not_found; not_allowed when it is not held
 */
export const unholdCommissionWorkflow = createWorkflow(
  "affiliate-unhold-commission",
  (input: WorkflowData<UnholdCommissionWorkflowInput>) =>
    new WorkflowResponse(unholdCommissionStep(input))
)
