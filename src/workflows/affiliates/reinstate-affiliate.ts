import {
  createWorkflow,
  transform,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"

import { AffiliateEvents } from "../../modules/affiliate/events"
import { changeStatusWorkflow } from "./change-status"

export interface ReinstateAffiliateWorkflowInput {
  id: string
  reason?: string | null
}

/**
 * Takes a suspension back: codes and discounts work again from this moment on.
 *
 * @throws not_found; not_allowed unless the affiliate is suspended
 *
 * @example
 * await reinstateAffiliateWorkflow(container).run({ input: { id } })
 */
export const reinstateAffiliateWorkflow = createWorkflow(
  "affiliate-reinstate-affiliate",
  (input: WorkflowData<ReinstateAffiliateWorkflowInput>) => {
    const affiliate = changeStatusWorkflow.runAsStep({
      input: transform(input, ({ id, reason }) => ({
        id,
        reason,
        action: "reinstate" as const,
      })),
    })
    emitEventStep({
      eventName: AffiliateEvents.REINSTATED,
      data: transform(input, ({ id }) => ({ id })),
    })
    return new WorkflowResponse(affiliate)
  }
)
