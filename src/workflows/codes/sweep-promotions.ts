import {
  createWorkflow,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { sweepPromotionsStep } from "./steps/sweep-promotions"

/**
 * Finishes what a crash left undone: a status that was changed, or a code that was retired, without its promotions
 * being switched.
 */
export const sweepPromotionsWorkflow = createWorkflow(
  "affiliate-sweep-promotions",
  (input: WorkflowData<Record<string, never>>) =>
    new WorkflowResponse(sweepPromotionsStep(input))
)
