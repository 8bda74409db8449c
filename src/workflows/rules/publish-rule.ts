import {
  createWorkflow,
  transform,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { checkAmountsStep } from "../programs/steps/check-amounts"
import { amountsOfRule } from "./amounts"
import { checkConditionsStep } from "./steps/check-conditions"
import { PublishRuleStepInput, publishRuleStep } from "./steps/publish-rule"

export type PublishRuleWorkflowInput = PublishRuleStepInput

/**
 * Publishes the next version of a rule. Orders placed before keep the version of their time.
 *
 * @throws as `createRuleWorkflow`; not_found; not_allowed for a retired rule
 */
export const publishRuleWorkflow = createWorkflow(
  "affiliate-publish-rule",
  (input: WorkflowData<PublishRuleWorkflowInput>) => {
    checkAmountsStep(
      transform(input, (fields) => ({ amounts: amountsOfRule(fields) }))
    )
    checkConditionsStep(
      transform(input, ({ conditions, id }) => ({ conditions, rule_id: id }))
    )
    return new WorkflowResponse(publishRuleStep(input))
  }
)
