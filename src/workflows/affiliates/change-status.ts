import {
  createWorkflow,
  transform,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { acquireLockStep, releaseLockStep } from "@medusajs/medusa/core-flows"

import { lockOfAffiliate } from "../codes/lock"
import { switchPromotionsWorkflow } from "../codes"
import { ChangeStatusInput, changeStatusStep } from "./steps/change-status"

/** What approving, rejecting, suspending and reinstating have in common: the status, and the discounts with it. */
export const changeStatusWorkflow = createWorkflow(
  "affiliate-change-status",
  (input: WorkflowData<ChangeStatusInput>) => {
    const lock = transform(input, ({ id }) => ({
      ...lockOfAffiliate(id),
      executeOnSubWorkflow: true,
    }))
    const affiliate = changeStatusStep(input)
    acquireLockStep(lock)
    switchPromotionsWorkflow.runAsStep({
      input: transform(input, ({ id }) => ({ affiliate_id: id })),
    })
    releaseLockStep(lock)
    return new WorkflowResponse(affiliate)
  }
)
