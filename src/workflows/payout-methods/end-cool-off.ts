import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../modules/affiliate"
import type AffiliateModuleService from "../../modules/affiliate/service"

export interface EndCoolOffWorkflowInput {
  affiliate_id: string
  reason: string
}

/** The last step and the only one, so that there is nothing to undo it for. */
const endCoolOffStep = createStep(
  "affiliate-end-cool-off",
  async ({ affiliate_id, reason }: EndCoolOffWorkflowInput, { container }) => {
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    await service.endCoolOff({ affiliate_id, note: reason })
    return new StepResponse({ affiliate_id })
  }
)

/**
 * Lets payouts go at once to an account that took another one's place: somebody
 * of the store has made sure that it was the affiliate who changed it.
 *
 * @throws not_found for an unknown affiliate; not_allowed where payouts do not wait for it
 */
export const endCoolOffWorkflow = createWorkflow(
  "affiliate-end-cool-off",
  (input: WorkflowData<EndCoolOffWorkflowInput>) =>
    new WorkflowResponse(endCoolOffStep(input))
)
