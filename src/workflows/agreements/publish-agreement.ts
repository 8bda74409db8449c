import {
  createWorkflow,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"

import { AffiliateEvents } from "../../modules/affiliate/events"
import type { NewAgreement } from "../../modules/affiliate/service-layers/agreements"
import { publishAgreementStep } from "./steps/publish-agreement"

export type PublishAgreementWorkflowInput = NewAgreement

/**
 * Publishes the next version of a program's agreement; it is in force at once, and stays as it is for ever.
 *
 * @throws invalid_data for an unknown program
 *
 * @example
 * const { result } = await publishAgreementWorkflow(container).run({
 *   input: { program_id, title: "Terms", body: "…", requires_acceptance: true },
 * })
 */
export const publishAgreementWorkflow = createWorkflow(
  "affiliate-publish-agreement",
  (input: WorkflowData<PublishAgreementWorkflowInput>) => {
    const agreement = publishAgreementStep(input)
    emitEventStep({
      eventName: AffiliateEvents.AGREEMENT_PUBLISHED,
      data: agreement,
    })
    return new WorkflowResponse(agreement)
  }
)
