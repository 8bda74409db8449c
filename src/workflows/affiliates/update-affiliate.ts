import {
  createWorkflow,
  transform,
  when,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"

import { AffiliateEvents } from "../../modules/affiliate/events"
import {
  ChangeAffiliateStepInput,
  changeAffiliateStep,
} from "./steps/change-affiliate"
import { checkCustomerStep } from "./steps/check-customer"

export type UpdateAffiliateWorkflowInput = ChangeAffiliateStepInput

/**
 * Changes what is known of an affiliate, or where it stands. Orders already placed keep their terms.
 *
 * @throws not_found; invalid_data for a wrong program, tier, customer or parent, a cycle of parents included;
 *   not_allowed for a new program while others have it as their parent; duplicate_error
 *
 * @example
 * await updateAffiliateWorkflow(container).run({ input: { id, parent_id: null } })
 */
export const updateAffiliateWorkflow = createWorkflow(
  "affiliate-update-affiliate",
  (input: WorkflowData<UpdateAffiliateWorkflowInput>) => {
    checkCustomerStep(transform(input, ({ customer_id }) => ({ customer_id })))
    const affiliate = changeAffiliateStep(input)
    when(
      "the-tier-changed",
      affiliate,
      ({ tier_change }) => tier_change !== null
    ).then(() =>
      emitEventStep({
        eventName: AffiliateEvents.TIER_CHANGED,
        data: transform(affiliate, ({ id, tier_change }) => ({
          id,
          from_tier_id: tier_change?.from_tier_id ?? null,
          to_tier_id: tier_change?.to_tier_id ?? null,
        })),
      })
    )
    return new WorkflowResponse(affiliate)
  }
)
