import {
  createWorkflow,
  transform,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { announcePayoutWorkflow } from "./announce-payout"
import { recordPayoutStep } from "./steps/record-payout"
import { sendPayoutStep } from "./steps/send-payout"
import { startPayoutStep } from "./steps/start-payout"

/**
 * Sends a pending payout: moves it to processing, calls its provider outside
 * any transaction, records the answer. A crash in between leaves it processing
 * under its key.
 *
 * @throws not_found, not_allowed
 */
export const processPayoutWorkflow = createWorkflow(
  "affiliate-process-payout",
  (input: WorkflowData<{ id: string }>) => {
    const started = startPayoutStep(input.id)
    const record = sendPayoutStep(started)
    const move = recordPayoutStep(transform(record, (record) => ({ record })))
    announcePayoutWorkflow.runAsStep({ input: move })
    return new WorkflowResponse(move)
  }
)
