import {
  createWorkflow,
  transform,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import type { ProgramFields } from "../../modules/affiliate/service-layers/terms-fields"
import { amountsOfProgram } from "./amounts"
import { addProgramStep } from "./steps/add-program"
import { checkAmountsStep } from "./steps/check-amounts"

/**
 * Makes a program. Without a handle it gets one from its name.
 *
 * @throws invalid_data for terms that do not fit together, an unknown currency or an over-precise amount;
 *   duplicate_error for a taken handle
 *
 * @example
 * const { result } = await createProgramWorkflow(container).run({
 *   input: { name: "Creators", commission_value: 15, hold_days: 45 },
 * })
 */
export const createProgramWorkflow = createWorkflow(
  "affiliate-create-program",
  (input: WorkflowData<ProgramFields>) => {
    checkAmountsStep(
      transform(input, (fields) => ({ amounts: amountsOfProgram(fields) }))
    )
    return new WorkflowResponse(addProgramStep(input))
  }
)
