import {
  createWorkflow,
  transform,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { checkAmountsStep } from "../programs/steps/check-amounts"
import { amountsOfRule } from "./amounts"
import { AddRuleStepInput, addRuleStep } from "./steps/add-rule"
import { checkConditionsStep } from "./steps/check-conditions"

export type CreateRuleWorkflowInput = AddRuleStepInput

/**
 * Makes a commission rule in a program, in force for orders placed from now on.
 *
 * @throws invalid_data for an unknown program or currency, an over-precise amount, a condition on what does not exist,
 *   or fields that do not fit together; not_allowed for one rule too many
 *
 * @example
 * const { result } = await createRuleWorkflow(container).run({
 *   input: {
 *     program_id,
 *     name: "Less for books",
 *     commission_type: "percentage",
 *     commission_value: 5,
 *     conditions: [{ attribute: "category", values: [books.id] }],
 *   },
 * })
 */
export const createRuleWorkflow = createWorkflow(
  "affiliate-create-rule",
  (input: WorkflowData<CreateRuleWorkflowInput>) => {
    checkAmountsStep(
      transform(input, (fields) => ({ amounts: amountsOfRule(fields) }))
    )
    checkConditionsStep(
      transform(input, ({ conditions, program_id }) => ({
        conditions,
        program_id,
      }))
    )
    return new WorkflowResponse(addRuleStep(input))
  }
)
