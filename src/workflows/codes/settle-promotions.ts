import {
  createWorkflow,
  transform,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { acquireLockStep, releaseLockStep } from "@medusajs/medusa/core-flows"

import { lockOfAffiliate } from "./lock"
import { switchPromotionsWorkflow } from "./switch-promotions"

/** Switches the promotions of one affiliate, while nobody makes or ends a code of theirs. */
export const settlePromotionsWorkflow = createWorkflow(
  "affiliate-settle-promotions",
  (input: WorkflowData<{ affiliate_id: string }>) => {
    const lock = transform(input, ({ affiliate_id }) =>
      lockOfAffiliate(affiliate_id)
    )
    acquireLockStep(lock)
    switchPromotionsWorkflow.runAsStep({ input })
    releaseLockStep(lock)
    return new WorkflowResponse(input)
  }
)
