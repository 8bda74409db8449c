import {
  createWorkflow,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import {
  savePayoutMethodStep,
  SavePayoutMethodStepInput,
} from "./steps/save-payout-method"

export type SavePayoutMethodWorkflowInput = SavePayoutMethodStepInput

/**
 * Puts an affiliate's payout method on file. Payouts already requested keep
 * going where they were going.
 *
 * @throws not_found for an unknown affiliate; invalid_data naming the field;
 *         not_allowed when the store has no encryption key
 */
export const savePayoutMethodWorkflow = createWorkflow(
  "affiliate-save-payout-method",
  (input: WorkflowData<SavePayoutMethodWorkflowInput>) =>
    new WorkflowResponse(savePayoutMethodStep(input))
)
