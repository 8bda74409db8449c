import {
  createWorkflow,
  transform,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"

import { AffiliateEvents } from "../../modules/affiliate/events"
import { changeStatusWorkflow } from "./change-status"

export interface ApproveAffiliateWorkflowInput {
  id: string
  reason?: string | null
}

/**
 * Approves an affiliate: its codes work and its discounts apply from this moment on.
 *
 * @throws not_found; not_allowed unless the affiliate is pending or rejected
 *
 * @example
 * await approveAffiliateWorkflow(container).run({ input: { id } })
 */
export const approveAffiliateWorkflow = createWorkflow(
  "affiliate-approve-affiliate",
  (input: WorkflowData<ApproveAffiliateWorkflowInput>) => {
    const affiliate = changeStatusWorkflow.runAsStep({
      input: transform(input, ({ id, reason }) => ({
        id,
        reason,
        action: "approve" as const,
      })),
    })
    emitEventStep({
      eventName: AffiliateEvents.APPROVED,
      data: transform(input, ({ id }) => ({ id })),
    })
    return new WorkflowResponse(affiliate)
  }
)
