import {
  createWorkflow,
  transform,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { updatePromotionsStatusWorkflow } from "@medusajs/medusa/core-flows"

import { findPromotionsToSwitchStep } from "./steps/find-promotions-to-switch"

/** Makes the discounts of an affiliate's codes work while the affiliate is approved, and only then. */
export const switchPromotionsWorkflow = createWorkflow(
  "affiliate-switch-promotions",
  (input: WorkflowData<{ affiliate_id: string }>) => {
    const promotionsData = findPromotionsToSwitchStep(input)
    const update = transform({ promotionsData }, (data) => data)
    updatePromotionsStatusWorkflow.runAsStep({ input: update })
    return new WorkflowResponse(promotionsData)
  }
)
