import {
  createWorkflow,
  transform,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { amountsOfProgram } from "./amounts"
import {
  ChangeProgramStepInput,
  changeProgramStep,
} from "./steps/change-program"
import { checkAmountsStep } from "./steps/check-amounts"

export type UpdateProgramWorkflowInput = ChangeProgramStepInput

/**
 * Changes a program. Orders already judged keep the terms they were pinned with.
 *
 * @throws as `createProgramWorkflow`; not_found; not_allowed for another handle of the default program, or
 *   another commission type while tiers have values of their own
 */
export const updateProgramWorkflow = createWorkflow(
  "affiliate-update-program",
  (input: WorkflowData<UpdateProgramWorkflowInput>) => {
    checkAmountsStep(
      transform(input, (fields) => ({ amounts: amountsOfProgram(fields) }))
    )
    return new WorkflowResponse(changeProgramStep(input))
  }
)
