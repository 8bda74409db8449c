import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../modules/affiliate"
import type AffiliateModuleService from "../../modules/affiliate/service"

export interface ClosePayoutNoticeWorkflowInput {
  id: string
  /** What was done about it. */
  note: string
}

/** The last step, so that there is nothing to undo it for. */
const closePayoutNoticeStep = createStep(
  "affiliate-close-payout-notice",
  async (input: ClosePayoutNoticeWorkflowInput, { container }) => {
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    await service.closePayoutNotice(input)
    return new StepResponse({ id: input.id })
  }
)

/**
 * A person has seen to what a notice says, at the provider or by an
 * adjustment: it is done with, and nothing is moved.
 *
 * @throws not_found
 */
export const closePayoutNoticeWorkflow = createWorkflow(
  "affiliate-close-payout-notice",
  (input: WorkflowData<ClosePayoutNoticeWorkflowInput>) =>
    new WorkflowResponse(closePayoutNoticeStep(input))
)
