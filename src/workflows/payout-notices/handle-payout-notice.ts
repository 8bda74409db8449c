import {
  createWorkflow,
  transform,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { announcePayoutWorkflow } from "../payouts/announce-payout"
import { handlePayoutNoticeStep } from "./steps/handle-payout-notice"

/**
 * Does what follows from a notice of a payout provider, and tells who wants to
 * know. Handled twice it changes nothing; what goes wrong is kept with the
 * notice and tried again later.
 *
 * @throws not_found
 */
export const handlePayoutNoticeWorkflow = createWorkflow(
  "affiliate-handle-payout-notice",
  (input: WorkflowData<{ id: string }>) => {
    const handled = handlePayoutNoticeStep(input.id)
    announcePayoutWorkflow.runAsStep({
      input: transform(handled, ({ move }) => move),
    })
    return new WorkflowResponse(handled)
  }
)
