import {
  createWorkflow,
  transform,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { deletePromotionsWorkflow } from "@medusajs/medusa/core-flows"

import { findLivePromotionsStep } from "../codes/steps/find-live-promotions"
import { deleteIdentityDocumentsStep } from "../privacy/steps/delete-identity-documents"
import { releaseLoginStep } from "./steps/release-login"
import { removeAffiliateStep } from "./steps/remove-affiliate"

/**
 * Deletes an affiliate who was made by mistake, with codes, promotions, contracts, payout method and documents. The
 * login may register anew.
 *
 * @throws not_found; not_allowed when anything was ever earned or credited, or while others have it as
 *   their parent
 *
 * @example
 * await deleteAffiliateWorkflow(container).run({ input: { id } })
 */
export const deleteAffiliateWorkflow = createWorkflow(
  "affiliate-delete-affiliate",
  (input: WorkflowData<{ id: string }>) => {
    const removed = removeAffiliateStep(input)
    const ids = findLivePromotionsStep(
      transform(removed, ({ promotion_ids }) => ({ ids: promotion_ids }))
    )
    deletePromotionsWorkflow.runAsStep({
      input: transform({ ids }, (data) => data),
    })
    releaseLoginStep(transform(input, ({ id }) => ({ affiliate_id: id })))
    deleteIdentityDocumentsStep(
      transform(input, ({ id }) => ({ affiliate_id: id }))
    )
    return new WorkflowResponse(transform(removed, ({ id }) => ({ id })))
  }
)
