import {
  createWorkflow,
  transform,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { amountsOfTier } from "../programs/amounts"
import { checkAmountsStep } from "../programs/steps/check-amounts"
import { AddTierStepInput, addTierStep } from "./steps/add-tier"

export type CreateTierWorkflowInput = AddTierStepInput

/**
 * Makes a tier in a program.
 *
 * @throws invalid_data for an unknown program or currency, an over-precise amount, or a value that the program's
 *   commission type cannot have
 */
export const createTierWorkflow = createWorkflow(
  "affiliate-create-tier",
  (input: WorkflowData<CreateTierWorkflowInput>) => {
    checkAmountsStep(
      transform(input, (fields) => ({ amounts: amountsOfTier(fields) }))
    )
    return new WorkflowResponse(addTierStep(input))
  }
)
