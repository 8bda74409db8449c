import {
  createWorkflow,
  transform,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"

import { AffiliateEvents } from "../../modules/affiliate/events"
import type { Reapply } from "../../modules/affiliate/service-layers/people"
import { changeStatusWorkflow } from "./change-status"

export interface RejectAffiliateWorkflowInput {
  id: string
  reason?: string | null
  /** When they may apply again; without it after the program's days. */
  reapply?: Reapply
}

/**
 * Turns an applicant down. A rejected affiliate may still be approved later.
 *
 * @throws not_found; not_allowed unless the affiliate is pending
 *
 * @example
 * await rejectAffiliateWorkflow(container).run({ input: { id } })
 */
export const rejectAffiliateWorkflow = createWorkflow(
  "affiliate-reject-affiliate",
  (input: WorkflowData<RejectAffiliateWorkflowInput>) => {
    const affiliate = changeStatusWorkflow.runAsStep({
      input: transform(input, ({ id, reason, reapply }) => ({
        id,
        reason,
        reapply,
        action: "reject" as const,
      })),
    })
    emitEventStep({
      eventName: AffiliateEvents.REJECTED,
      data: transform(input, ({ id, reason }) => ({
        id,
        reason: reason ?? null,
      })),
    })
    return new WorkflowResponse(affiliate)
  }
)
