import {
  createWorkflow,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { runPayoutBatchStep } from "./steps/run-payout-batch"

/**
 * Runs an approved batch, or goes on with it: each payout is requested by the
 * rules of any request, then sent in three steps. Of several calls at once one
 * works; a crash at any moment leaves it to be taken up again.
 *
 * @returns whether nothing is left to do, and how many items this run has worked on
 */
export const runPayoutBatchWorkflow = createWorkflow(
  "affiliate-run-payout-batch",
  (input: WorkflowData<{ id: string }>) =>
    new WorkflowResponse(runPayoutBatchStep(input))
)
