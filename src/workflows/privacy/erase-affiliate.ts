import {
  createWorkflow,
  transform,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import {
  emitEventStep,
  updatePromotionsStatusWorkflow,
} from "@medusajs/medusa/core-flows"

import { AffiliateEvents } from "../../modules/affiliate/events"
import type { ErasureInput } from "../../modules/affiliate/service-layers/privacy"
import { releaseLoginStep } from "../affiliates/steps/release-login"
import { deleteIdentityDocumentsStep } from "./steps/delete-identity-documents"
import { eraseAffiliateStep } from "./steps/erase-affiliate"
import { findPromotionsToEndStep } from "./steps/find-promotions-to-end"
import { scrubBooksStep } from "./steps/scrub-books"

export interface EraseAffiliateWorkflowInput extends Pick<
  ErasureInput,
  "id" | "reason"
> {
  confirm_balance?: boolean
}

/**
 * Erases a person and leaves the books: a pseudonym stands for name and
 * e-mail, codes are retired, payout details, papers and the login go. Asked
 * again it goes on with what was interrupted, and answers the same.
 *
 * @throws not_found; not_allowed while payouts are under way, and for money in the books that
 *   nobody confirmed
 *
 * @example
 * await eraseAffiliateWorkflow(container).run({ input: { id, reason: "asked on 3 March" } })
 */
export const eraseAffiliateWorkflow = createWorkflow(
  "affiliate-erase-affiliate",
  (input: WorkflowData<EraseAffiliateWorkflowInput>) => {
    const erased = eraseAffiliateStep(
      transform(input, ({ id, reason, confirm_balance }) => ({
        id,
        reason,
        confirm_balance: confirm_balance ?? false,
      }))
    )
    const affiliate = transform(erased, ({ id }) => ({ affiliate_id: id }))
    scrubBooksStep(affiliate)
    deleteIdentityDocumentsStep(affiliate)
    const promotionsData = findPromotionsToEndStep(affiliate)
    updatePromotionsStatusWorkflow.runAsStep({
      input: transform({ promotionsData }, (data) => data),
    })
    releaseLoginStep(affiliate)
    emitEventStep({
      eventName: AffiliateEvents.ERASED,
      data: transform(erased, ({ id }) => ({ id })),
    })
    return new WorkflowResponse(erased)
  }
)
