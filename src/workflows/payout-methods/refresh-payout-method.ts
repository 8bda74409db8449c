import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  when,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../modules/affiliate"
import type AffiliateModuleService from "../../modules/affiliate/service"
import { decideIdentityStep } from "../identity/steps/decide-identity"

/** What a provider says now stays true whatever follows, so there is no compensation. */
const refreshPayoutMethodStep = createStep(
  "affiliate-refresh-payout-method",
  async ({ affiliate_id }: { affiliate_id: string }, { container }) => {
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    const { provider, account } =
      await service.refreshPayoutMethod(affiliate_id)
    return new StepResponse({ provider, identity: account.identity ?? null })
  }
)

/**
 * Asks a provider how an affiliate's account is now, and keeps what it says of
 * the account and of the person.
 *
 * @throws not_allowed when no payout method is on file, or its provider cannot be asked
 */
export const refreshPayoutMethodWorkflow = createWorkflow(
  "affiliate-refresh-payout-method",
  (input: WorkflowData<{ affiliate_id: string }>) => {
    const asked = refreshPayoutMethodStep(input)
    when(
      "the-provider-says-who-it-is",
      asked,
      ({ identity }) => identity !== null
    ).then(() => {
      decideIdentityStep(
        transform({ input, asked }, ({ input, asked }) => ({
          ...asked.identity!,
          affiliate_id: input.affiliate_id,
          provider: asked.provider,
        }))
      )
    })
    return new WorkflowResponse(asked)
  }
)
