import {
  createWorkflow,
  transform,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"

import { AffiliateEvents } from "../../modules/affiliate/events"
import {
  receivePayoutWebhookStep,
  ReceivePayoutWebhookStepInput,
} from "./steps/receive-payout-webhook"

export type ReceivePayoutWebhookWorkflowInput = ReceivePayoutWebhookStepInput

/**
 * Keeps what a payout provider's webhook says, each notice once. It is handled
 * after, by whoever hears that it is there, and by a job where nobody does.
 *
 * @throws not_found for an unknown provider; unauthorized for a wrong signature
 */
export const receivePayoutWebhookWorkflow = createWorkflow(
  "affiliate-receive-payout-webhook",
  (input: WorkflowData<ReceivePayoutWebhookWorkflowInput>) => {
    const ids = receivePayoutWebhookStep(input)
    emitEventStep({
      eventName: AffiliateEvents.PAYOUT_NOTICE_RECEIVED,
      data: transform(ids, (ids) => ids.map((id) => ({ id }))),
    })
    return new WorkflowResponse(ids)
  }
)
