import {
  createWorkflow,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import {
  holdCommissionStep,
  HoldCommissionStepInput,
} from "./steps/hold-commission"

export type HoldCommissionWorkflowInput = HoldCommissionStepInput

/**
 * Keeps a pending commission from being released, by a person or a risk rule.
 *
 * @throws not_found; not_allowed when it is not pending or already held
 */
export const holdCommissionWorkflow = createWorkflow(
  "affiliate-hold-commission",
  (input: WorkflowData<HoldCommissionWorkflowInput>) =>
    new WorkflowResponse(holdCommissionStep(input))
)
