import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  when,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"

import { AFFILIATE_MODULE } from "../../modules/affiliate"
import { AffiliateEvents } from "../../modules/affiliate/events"
import type AffiliateModuleService from "../../modules/affiliate/service"

export interface StartPayoutOnboardingWorkflowInput {
  affiliate_id: string
  provider: string
  /** Where the provider sends the affiliate back to; checked by the caller. */
  return_url: string
}

/** The last step, so that there is nothing to undo it for; the account it begins with gets no money until it is ready. */
const startPayoutOnboardingStep = createStep(
  "affiliate-start-payout-onboarding",
  async (input: StartPayoutOnboardingWorkflowInput, { container }) => {
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    const { url, account } = await service.startPayoutOnboarding(input)
    const { affiliate_id, provider } = input
    const { changed } = await service.savePayoutMethod({
      affiliate_id,
      provider,
      account,
    })
    return new StepResponse({ url, changed })
  }
)

/**
 * Sends an affiliate to a provider's own pages to give it an account. What is
 * begun there is on file from now on, and gets money once the provider says so.
 *
 * @throws not_found for an unknown affiliate; not_allowed where the provider has
 *         no pages of its own, or the store no encryption key
 */
export const startPayoutOnboardingWorkflow = createWorkflow(
  "affiliate-start-payout-onboarding",
  (input: WorkflowData<StartPayoutOnboardingWorkflowInput>) => {
    const started = startPayoutOnboardingStep(input)
    when("another-account-was-on-file", started, ({ changed }) => changed).then(
      () => {
        emitEventStep({
          eventName: AffiliateEvents.PAYOUT_METHOD_CHANGED,
          data: transform(input, ({ affiliate_id, provider }) => ({
            id: affiliate_id,
            provider,
          })),
        })
      }
    )
    return new WorkflowResponse(started)
  }
)
