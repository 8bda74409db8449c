import {
  createWorkflow,
  transform,
  when,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"

import { AffiliateEvents } from "../../modules/affiliate/events"
import { freePayoutBatchStep } from "./steps/free-payout-batch"
import { preparePayoutBatchStep } from "./steps/prepare-payout-batch"

/**
 * Goes on with a batch that stands still, without waiting until whoever worked
 * on it counts as gone. Nothing is sent twice by it.
 *
 * @throws not_found; not_allowed while it waits for approval
 */
export const resumePayoutBatchWorkflow = createWorkflow(
  "affiliate-resume-payout-batch",
  (input: WorkflowData<{ id: string }>) => {
    const batch = freePayoutBatchStep(input)
    when(
      "payout-batch-is-draft",
      batch,
      ({ status }) => status === "draft"
    ).then(() => preparePayoutBatchStep(transform(batch, ({ id }) => ({ id }))))
    when("payout-batch-may-run", batch, ({ status }) =>
      ["approved", "running", "canceled"].includes(status)
    ).then(() =>
      emitEventStep({
        eventName: AffiliateEvents.PAYOUT_BATCH_APPROVED,
        data: transform(batch, ({ id }) => ({ id })),
      })
    )
    return new WorkflowResponse(batch)
  }
)
