import {
  createWorkflow,
  transform,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"

import { AffiliateEvents } from "../../modules/affiliate/events"
import type { AffiliateFields } from "../../modules/affiliate/service-layers/people-rules"
import { addCodeWorkflow } from "../codes"
import { checkCustomerStep } from "./steps/check-customer"
import { enrolAffiliateStep } from "./steps/enrol-affiliate"

export interface CreateAffiliateWorkflowInput extends AffiliateFields {
  /** Without it one is made from the name. */
  code?: string
  /** Percent off for whoever uses the code. */
  discount_percent?: number
}

/**
 * Makes an affiliate at the merchant's word: approved at once, with a code.
 *
 * @throws invalid_data for a wrong program, tier, parent or customer; duplicate_error for an e-mail or a
 *   customer that the program has already, and for a code that is taken
 *
 * @example
 * const { result } = await createAffiliateWorkflow(container).run({
 *   input: { name: "Ada", email: "ada@example.com", code: "ADA10", discount_percent: 10 },
 * })
 */
export const createAffiliateWorkflow = createWorkflow(
  "affiliate-create-affiliate",
  (input: WorkflowData<CreateAffiliateWorkflowInput>) => {
    checkCustomerStep(transform(input, ({ customer_id }) => ({ customer_id })))
    const affiliate = enrolAffiliateStep(
      transform(
        input,
        ({ code: _code, discount_percent: _discount, ...fields }) => ({
          ...fields,
          status: "approved" as const,
        })
      )
    )
    addCodeWorkflow.runAsStep({
      input: transform({ input, affiliate }, ({ input, affiliate }) => ({
        affiliate_id: affiliate.id,
        code: input.code,
        discount_percent: input.discount_percent,
      })),
    })
    emitEventStep({
      eventName: AffiliateEvents.APPROVED,
      data: transform(affiliate, ({ id }) => ({ id })),
    })
    return new WorkflowResponse(affiliate)
  }
)
