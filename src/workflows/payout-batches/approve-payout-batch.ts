import {
  createWorkflow,
  transform,
  when,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"

import type { Actor } from "../../modules/affiliate/actor"
import { AffiliateEvents } from "../../modules/affiliate/events"
import { approvePayoutBatchStep } from "./steps/approve-payout-batch"

/**
 * Somebody's word that a batch may run. With as many as the store asks for
 * (option `payout_batch_approvals`) it is run, which its event sets off.
 *
 * @throws not_found; not_allowed when it does not wait for approval, or for that of somebody else
 */
export const approvePayoutBatchWorkflow = createWorkflow(
  "affiliate-approve-payout-batch",
  (input: WorkflowData<{ id: string; by: Actor }>) => {
    const batch = approvePayoutBatchStep(input)
    when("payout-batch-approved", batch, ({ approved }) => approved).then(() =>
      emitEventStep({
        eventName: AffiliateEvents.PAYOUT_BATCH_APPROVED,
        data: transform(batch, ({ id }) => ({ id })),
      })
    )
    return new WorkflowResponse(batch)
  }
)
