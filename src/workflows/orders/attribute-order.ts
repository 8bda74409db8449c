import {
  createWorkflow,
  transform,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { emitCommissionEvents } from "./emit-commission-events"
import { reconcileOrdersStep } from "./steps/reconcile-orders"
import { validateAttributionStep } from "./steps/validate-attribution"

export interface AttributeOrderWorkflowInput {
  order_id: string
  /** `null` = nobody is to be credited. */
  affiliate_id: string | null
  /** Why, in the words of the person who decides. */
  note: string
}

export const attributeOrderWorkflowId = "affiliate-attribute-order"

/**
 * Credits an order by an admin's word, which goes before every touch: whoever
 * was credited gives the commission back, the named affiliate gets it on the
 * terms of today.
 */
export const attributeOrderWorkflow = createWorkflow(
  attributeOrderWorkflowId,
  (input: WorkflowData<AttributeOrderWorkflowInput>) => {
    validateAttributionStep(
      transform(input, ({ affiliate_id }) => affiliate_id)
    )
    const results = reconcileOrdersStep(
      transform(input, ({ order_id, affiliate_id, note }) => [
        { order_id, word: { affiliate_id, note } },
      ])
    )
    emitCommissionEvents(results)
    return new WorkflowResponse(results)
  }
)
