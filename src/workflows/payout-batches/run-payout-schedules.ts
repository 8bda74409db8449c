import {
  createWorkflow,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { runPayoutSchedulesStep } from "./steps/run-payout-schedules"
import { takeUpPayoutBatchesStep } from "./steps/take-up-payout-batches"

/**
 * Makes the batches that programs' schedules are due for, then takes up every
 * batch that nobody works on: new ones, and those that a crash left behind.
 *
 * @returns the ids of the batches that were made
 */
export const runPayoutSchedulesWorkflow = createWorkflow(
  "affiliate-run-payout-schedules",
  (input: WorkflowData<Record<string, never>>) => {
    const made = runPayoutSchedulesStep(input)
    takeUpPayoutBatchesStep(made)
    return new WorkflowResponse(made)
  }
)
