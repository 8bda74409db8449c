import {
  createWorkflow,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import {
  setTaxThresholdStep,
  SetTaxThresholdStepInput,
} from "./steps/set-tax-threshold"

export type SetTaxThresholdWorkflowInput = SetTaxThresholdStepInput

/**
 * Sets from which amount on payments of a year are reported, and whether payouts wait for a tax form from there on; for
 * that year and the ones after it.
 */
export const setTaxThresholdWorkflow = createWorkflow(
  "affiliate-set-tax-threshold",
  (input: WorkflowData<SetTaxThresholdWorkflowInput>) =>
    new WorkflowResponse(setTaxThresholdStep(input))
)
