import {
  createWorkflow,
  transform,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { emitCommissionEvents } from "./emit-commission-events"
import { reconcileOrdersStep } from "./steps/reconcile-orders"

export interface ReconcileOrderWorkflowInput {
  order_id: string
  /** Recomputes also where the order did not change since the last time. */
  force?: boolean
}

export const reconcileOrderWorkflowId = "affiliate-reconcile-order"

/**
 * Brings what the ledger holds for an order to what the order owes as it
 * stands. Safe to run at any time, as often as one likes, on many instances.
 *
 * @example
 * await reconcileOrderWorkflow(container).run({ input: { order_id } })
 */
export const reconcileOrderWorkflow = createWorkflow(
  reconcileOrderWorkflowId,
  (input: WorkflowData<ReconcileOrderWorkflowInput>) => {
    const results = reconcileOrdersStep(transform(input, (data) => [data]))
    emitCommissionEvents(results)
    return new WorkflowResponse(results)
  }
)
