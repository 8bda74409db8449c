import {
  createWorkflow,
  transform,
  when,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import {
  acquireLockStep,
  createPromotionsWorkflow,
  deletePromotionsWorkflow,
  releaseLockStep,
} from "@medusajs/medusa/core-flows"

import { lockOfAffiliate } from "./lock"
import { PrepareCodeInput, prepareCodeStep } from "./steps/prepare-code"
import { promotionOfCode } from "./promotion"
import { saveCodeStep } from "./steps/save-code"

export type AddCodeWorkflowInput = PrepareCodeInput

/**
 * Gives an affiliate a code, and with a discount a Medusa promotion of the same word: active while the
 * affiliate is approved. An affiliate may take up its own retired code again.
 *
 * @throws not_found for the affiliate; invalid_data for a word against the rule; duplicate_error for a
 *   word that is taken, in any letter case, by another code or by a promotion of the store
 *
 * @example
 * await addCodeWorkflow(container).run({
 *   input: { affiliate_id, code: "ADA10", discount_percent: 10 },
 * })
 */
export const addCodeWorkflow = createWorkflow(
  "affiliate-add-code",
  (input: WorkflowData<AddCodeWorkflowInput>) => {
    const lock = transform(input, ({ affiliate_id }) =>
      lockOfAffiliate(affiliate_id)
    )
    acquireLockStep(lock)
    const prepared = prepareCodeStep(input)
    when(
      "an-old-promotion-makes-place",
      prepared,
      (code) => code.old_promotion_ids.length > 0
    ).then(() => {
      deletePromotionsWorkflow.runAsStep({
        input: transform(prepared, ({ old_promotion_ids }) => ({
          ids: old_promotion_ids,
        })),
      })
    })
    const promotions = when(
      "the-code-gives-a-discount",
      prepared,
      (code) => code.discount_percent !== null
    ).then(() =>
      createPromotionsWorkflow.runAsStep({
        input: transform(prepared, (code) => ({
          promotionsData: [promotionOfCode(code)],
        })),
      })
    )
    const code = saveCodeStep(
      transform({ prepared, promotions }, ({ prepared, promotions }) => ({
        affiliate_id: prepared.affiliate_id,
        code: prepared.code,
        discount_percent: prepared.discount_percent,
        promotion_id: promotions?.[0]?.id ?? null,
      }))
    )
    releaseLockStep(lock)
    return new WorkflowResponse(code)
  }
)
