import {
  createWorkflow,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { announcePayoutWorkflow } from "./announce-payout"
import { markPayoutPaidStep } from "./steps/mark-payout-paid"

export interface MarkPayoutPaidWorkflowInput {
  id: string
  /** The merchant's own word for the transfer. */
  reference?: string | null
  /** What was sent, in major units: a refund may have lowered the payout meanwhile. */
  amount?: number | null
}

/**
 * Marks a payout as paid by the merchant's word. A second call changes nothing
 * and tells nobody again.
 *
 * @throws not_found; not_allowed when it failed or was canceled, or is another amount than was sent
 */
export const markPayoutPaidWorkflow = createWorkflow(
  "affiliate-mark-payout-paid",
  (input: WorkflowData<MarkPayoutPaidWorkflowInput>) => {
    const move = markPayoutPaidStep(input)
    announcePayoutWorkflow.runAsStep({ input: move })
    return new WorkflowResponse(move)
  }
)
