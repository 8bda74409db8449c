import {
  createWorkflow,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { settleSpentGiftsStep } from "./steps/settle-spent-gifts"

/**
 * Lowers the promotion codes that payouts by store credit gave to what is left
 * of them, after orders used a part.
 */
export const settleSpentGiftsWorkflow = createWorkflow(
  "affiliate-settle-spent-gifts",
  (input: WorkflowData<Record<string, never>>) =>
    new WorkflowResponse(settleSpentGiftsStep(input))
)
