import {
  createWorkflow,
  transform,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { announcePayoutWorkflow } from "./announce-payout"
import { recordPayoutStep } from "./steps/record-payout"
import { restartPayoutStep } from "./steps/restart-payout"
import { sendPayoutStep } from "./steps/send-payout"

/**
 * Sends a failed payout anew, under a new key and to the account now on file.
 *
 * @throws not_found; not_allowed when it did not fail or its money is no longer
 *         available
 */
export const retryPayoutWorkflow = createWorkflow(
  "affiliate-retry-payout",
  (input: WorkflowData<{ id: string }>) => {
    const started = restartPayoutStep(input.id)
    const record = sendPayoutStep(started)
    const move = recordPayoutStep(transform(record, (record) => ({ record })))
    announcePayoutWorkflow.runAsStep({ input: move })
    return new WorkflowResponse(move)
  }
)
