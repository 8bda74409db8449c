import {
  createWorkflow,
  transform,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"

import { AffiliateEvents } from "../../modules/affiliate/events"
import { validateAmountStep } from "../payouts/steps/validate-amount"
import {
  createAdjustmentStep,
  CreateAdjustmentStepInput,
} from "./steps/create-adjustment"

export type CreateAdjustmentWorkflowInput = CreateAdjustmentStepInput

/**
 * Books an amount on an affiliate's available balance by hand, up or down, as a
 * commission of kind `adjustment`.
 *
 * @throws invalid_data for the currency or the amount; not_found for an unknown
 *         affiliate
 */
export const createAdjustmentWorkflow = createWorkflow(
  "affiliate-create-adjustment",
  (input: WorkflowData<CreateAdjustmentWorkflowInput>) => {
    validateAmountStep(input)
    const commission = createAdjustmentStep(input)
    const data = transform({ commission, input }, ({ commission, input }) => ({
      id: commission.id,
      affiliate_id: input.affiliate_id,
      order_id: null,
    }))
    emitEventStep({ eventName: AffiliateEvents.COMMISSION_CREATED, data })
    return new WorkflowResponse(commission)
  }
)
