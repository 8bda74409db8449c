import {
  createWorkflow,
  transform,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { amountsOfTier } from "../programs/amounts"
import { checkAmountsStep } from "../programs/steps/check-amounts"
import { ChangeTierStepInput, changeTierStep } from "./steps/change-tier"

export type UpdateTierWorkflowInput = ChangeTierStepInput

/**
 * Changes a tier. Orders already judged keep the terms they were pinned with.
 *
 * @throws as `createTierWorkflow`; not_found
 */
export const updateTierWorkflow = createWorkflow(
  "affiliate-update-tier",
  (input: WorkflowData<UpdateTierWorkflowInput>) => {
    checkAmountsStep(
      transform(input, (fields) => ({ amounts: amountsOfTier(fields) }))
    )
    return new WorkflowResponse(changeTierStep(input))
  }
)
