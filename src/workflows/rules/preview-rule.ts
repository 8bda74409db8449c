import {
  createWorkflow,
  transform,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { checkAmountsStep } from "../programs/steps/check-amounts"
import { amountsOfRule } from "./amounts"
import { checkConditionsStep } from "./steps/check-conditions"
import { PreviewRuleStepInput, previewRuleStep } from "./steps/preview-rule"

export type PreviewRuleWorkflowInput = PreviewRuleStepInput

/**
 * What an order would owe with a rule that is not published. Writes nothing.
 *
 * @throws as `createRuleWorkflow`; not_found for an unknown order, one never judged, or an unknown rule to
 *   replace; not_allowed where nobody is credited
 */
export const previewRuleWorkflow = createWorkflow(
  "affiliate-preview-rule",
  (input: WorkflowData<PreviewRuleWorkflowInput>) => {
    checkAmountsStep(
      transform(input, ({ rule }) => ({ amounts: amountsOfRule(rule) }))
    )
    checkConditionsStep(
      transform(input, ({ rule, rule_id }) => ({
        conditions: rule.conditions,
        program_id: rule.program_id,
        rule_id,
      }))
    )
    return new WorkflowResponse(previewRuleStep(input))
  }
)
