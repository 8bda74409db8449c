import {
  createWorkflow,
  transform,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"

import { AffiliateEvents } from "../../modules/affiliate/events"
import { changeStatusWorkflow } from "./change-status"

export interface SuspendAffiliateWorkflowInput {
  id: string
  reason?: string | null
}

/**
 * Suspends an affiliate: nothing is earned from this moment on; what was earned before stays.
 *
 * @throws not_found; not_allowed unless the affiliate is approved
 *
 * @example
 * await suspendAffiliateWorkflow(container).run({ input: { id } })
 */
export const suspendAffiliateWorkflow = createWorkflow(
  "affiliate-suspend-affiliate",
  (input: WorkflowData<SuspendAffiliateWorkflowInput>) => {
    const affiliate = changeStatusWorkflow.runAsStep({
      input: transform(input, ({ id, reason }) => ({
        id,
        reason,
        action: "suspend" as const,
      })),
    })
    emitEventStep({
      eventName: AffiliateEvents.SUSPENDED,
      data: transform(input, ({ id, reason }) => ({
        id,
        reason: reason ?? null,
      })),
    })
    return new WorkflowResponse(affiliate)
  }
)
