import {
  createWorkflow,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"

import { AffiliateEvents } from "../../modules/affiliate/events"
import { requestPayoutStep } from "./steps/request-payout"
import { validateAmountStep } from "./steps/validate-amount"

export interface RequestPayoutWorkflowInput {
  affiliate_id: string
  /** In lower case. */
  currency_code: string
  /** Major units; without it all that is available. */
  amount?: number | null
  /** A suspended affiliate cannot request; the merchant may still pay it out. */
  requested_by: "affiliate" | "merchant"
}

/**
 * Requests a payout: the money is set aside from the affiliate's available
 * balance, debts netted first.
 *
 * @throws invalid_data for the currency or the amount; not_allowed, saying why,
 *         when below the minimum, over the balance, or without a payout method
 *
 * @example
 * const { result } = await requestPayoutWorkflow(container).run({
 *   input: { affiliate_id, currency_code: "usd", requested_by: "merchant" },
 * })
 */
export const requestPayoutWorkflow = createWorkflow(
  "affiliate-request-payout",
  (input: WorkflowData<RequestPayoutWorkflowInput>) => {
    validateAmountStep(input)
    const payout = requestPayoutStep(input)
    emitEventStep({ eventName: AffiliateEvents.PAYOUT_REQUESTED, data: payout })
    return new WorkflowResponse(payout)
  }
)
