import {
  createWorkflow,
  transform,
  when,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import {
  createPromotionsWorkflow,
  emitEventStep,
} from "@medusajs/medusa/core-flows"

import { AffiliateEvents } from "../../modules/affiliate/events"
import { promotionOfCode } from "../codes/promotion"
import { attachPromotionsStep } from "./steps/attach-promotions"
import {
  ImportAffiliatesStepInput,
  importAffiliatesStep,
} from "./steps/import-affiliates"

export type ImportAffiliatesWorkflowInput = ImportAffiliatesStepInput

/**
 * Makes many affiliates with their codes and promotions, all or, when one of them cannot be made, none:
 * `refused` says which and why.
 *
 * @example
 * const { result } = await importAffiliatesWorkflow(container).run({
 *   input: { affiliates: [{ name: "Ada", email: "ada@example.com", code: "ADA10", discount_percent: 10 }] },
 * })
 */
export const importAffiliatesWorkflow = createWorkflow(
  "affiliate-import-affiliates",
  (input: WorkflowData<ImportAffiliatesWorkflowInput>) => {
    const imported = importAffiliatesStep(input)
    when(
      "some-codes-give-a-discount",
      imported,
      ({ discounts }) => discounts.length > 0
    ).then(() => {
      const promotions = createPromotionsWorkflow.runAsStep({
        input: transform(imported, ({ discounts }) => ({
          promotionsData: discounts.map(promotionOfCode),
        })),
      })
      attachPromotionsStep(
        transform({ imported, promotions }, ({ imported, promotions }) => ({
          discounts: imported.discounts,
          promotions,
        }))
      )
    })
    emitEventStep({
      eventName: AffiliateEvents.APPROVED,
      data: transform(imported, ({ affiliates }) =>
        affiliates
          .filter(({ status }) => status === "approved")
          .map(({ id }) => ({ id }))
      ),
    })
    return new WorkflowResponse(imported)
  }
)
