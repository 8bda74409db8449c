import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../modules/affiliate"
import type { PayoutMove } from "../../modules/affiliate/ledger/payouts"
import type AffiliateModuleService from "../../modules/affiliate/service"
import { announcePayoutWorkflow } from "./announce-payout"

export interface ReversePayoutWorkflowInput {
  id: string
  reason: string
}

/** Money that came back stays back, so there is no compensation. */
const reversePayoutStep = createStep(
  "affiliate-reverse-payout",
  async (input: ReversePayoutWorkflowInput, { container }) => {
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    return new StepResponse<PayoutMove>(await service.reversePayout(input))
  }
)

/**
 * Has a payment taken back that was made, or called back that is under way and
 * that nobody has claimed; the money is available again. Where it takes its
 * time, the provider's notice tells when it has come.
 *
 * @throws not_found; not_allowed when it is neither paid nor under way, or its provider cannot
 *         take it back; what the provider throws
 */
export const reversePayoutWorkflow = createWorkflow(
  "affiliate-reverse-payout",
  (input: WorkflowData<ReversePayoutWorkflowInput>) => {
    const move = reversePayoutStep(input)
    announcePayoutWorkflow.runAsStep({ input: move })
    return new WorkflowResponse(move)
  }
)
