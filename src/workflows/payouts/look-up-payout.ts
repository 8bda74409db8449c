import {
  createWorkflow,
  transform,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { announcePayoutWorkflow } from "./announce-payout"
import { lookUpPayoutStep } from "./steps/look-up-payout"
import { recordPayoutStep } from "./steps/record-payout"

/**
 * Settles a processing payout whose outcome is not known, by asking its
 * provider. One that the provider never heard of is sent under the same key.
 *
 * @throws not_found; not_allowed when it is not processing; what the provider
 *         throws when it cannot be asked
 */
export const lookUpPayoutWorkflow = createWorkflow(
  "affiliate-look-up-payout",
  (input: WorkflowData<{ id: string }>) => {
    const record = lookUpPayoutStep(input.id)
    const move = recordPayoutStep(transform(record, (record) => ({ record })))
    announcePayoutWorkflow.runAsStep({ input: move })
    return new WorkflowResponse(move)
  }
)
