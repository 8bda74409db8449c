import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { ReconcileResult } from "../../../modules/affiliate/ledger/reconcile-order"
import { reconcile, ReconcileInput } from "../reconcile"

export const reconcileOrdersStepId = "affiliate-reconcile-orders-step"

/**
 * Reads each order and posts the difference between what it owes and what the
 * ledger holds for it.
 *
 * Has no compensation: the ledger follows the order, whatever a later step
 * does, and is right as it is.
 */
export const reconcileOrdersStep = createStep(
  reconcileOrdersStepId,
  async (input: ReconcileInput[], { container }) => {
    const results: ReconcileResult[] = []
    for (const one of input) {
      results.push(...(await reconcile(container, one)))
    }
    return new StepResponse(results)
  }
)
