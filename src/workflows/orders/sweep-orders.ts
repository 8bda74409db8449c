import {
  createWorkflow,
  transform,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { emitCommissionEvents } from "./emit-commission-events"
import { SweepInput, sweepOrdersStep } from "./steps/sweep-orders"

export const sweepOrdersWorkflowId = "affiliate-sweep-orders"

/** Finds the orders that were missed and reconciles them. */
export const sweepOrdersWorkflow = createWorkflow(
  sweepOrdersWorkflowId,
  (input: WorkflowData<SweepInput>) => {
    const output = sweepOrdersStep(input)
    emitCommissionEvents(transform(output, ({ results }) => results))
    return new WorkflowResponse(
      transform(output, ({ swept, failed }) => ({ swept, failed }))
    )
  }
)
