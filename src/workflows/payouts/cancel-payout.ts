import {
  createWorkflow,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { announcePayoutWorkflow } from "./announce-payout"
import { cancelPayoutStep } from "./steps/cancel-payout"

export interface CancelPayoutWorkflowInput {
  id: string
  /** Only that affiliate's payout, and only while it is pending. */
  affiliate_id?: string
}

/**
 * Cancels a payout that was not sent; its money is available again.
 *
 * @throws not_found; not_allowed when it may have been sent or is over
 */
export const cancelPayoutWorkflow = createWorkflow(
  "affiliate-cancel-payout",
  (input: WorkflowData<CancelPayoutWorkflowInput>) => {
    const move = cancelPayoutStep(input)
    announcePayoutWorkflow.runAsStep({ input: move })
    return new WorkflowResponse(move)
  }
)
