import {
  createWorkflow,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { cancelPayoutBatchStep } from "./steps/cancel-payout-batch"
import { runPayoutBatchStep } from "./steps/run-payout-batch"

/**
 * Ends a batch. What was not sent stays with the affiliates; what was sent, or
 * may have been, stays sent.
 *
 * @throws not_found; not_allowed when it is finished
 */
export const cancelPayoutBatchWorkflow = createWorkflow(
  "affiliate-cancel-payout-batch",
  (input: WorkflowData<{ id: string }>) => {
    const batch = cancelPayoutBatchStep(input)
    runPayoutBatchStep(batch)
    return new WorkflowResponse(batch)
  }
)
