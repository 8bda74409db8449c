import {
  createWorkflow,
  transform,
  when,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import {
  acquireLockStep,
  deletePromotionsWorkflow,
  releaseLockStep,
  updatePromotionsStatusWorkflow,
} from "@medusajs/medusa/core-flows"

import { lockOfAffiliate } from "./lock"
import { findLivePromotionsStep } from "./steps/find-live-promotions"
import { RetireCodeInput, retireCodeStep } from "./steps/retire-code"

export type RetireCodeWorkflowInput = RetireCodeInput

/**
 * Ends a code. One that ever earned keeps its word and its promotion, switched off, so that nobody takes
 * it over; one that never did is really removed, and another may have it.
 *
 * @throws not_found when the affiliate has no such code that works
 *
 * @example
 * await retireCodeWorkflow(container).run({ input: { affiliate_id, code: "ADA10" } })
 */
export const retireCodeWorkflow = createWorkflow(
  "affiliate-retire-code",
  (input: WorkflowData<RetireCodeWorkflowInput>) => {
    const lock = transform(input, ({ affiliate_id }) =>
      lockOfAffiliate(affiliate_id)
    )
    acquireLockStep(lock)
    const retired = retireCodeStep(input)
    const promotionIds = findLivePromotionsStep(
      transform(retired, ({ promotion_ids }) => ({ ids: promotion_ids }))
    )
    when(
      "the-code-is-gone",
      { retired },
      ({ retired }) => retired.removed
    ).then(() => {
      deletePromotionsWorkflow.runAsStep({
        input: transform({ promotionIds }, ({ promotionIds }) => ({
          ids: promotionIds,
        })),
      })
    })
    when(
      "the-code-is-kept",
      { retired },
      ({ retired }) => !retired.removed
    ).then(() => {
      updatePromotionsStatusWorkflow.runAsStep({
        input: transform({ promotionIds }, ({ promotionIds }) => ({
          promotionsData: promotionIds.map((id) => ({
            id,
            status: "inactive" as const,
          })),
        })),
      })
    })
    releaseLockStep(lock)
    return new WorkflowResponse(retired)
  }
)
