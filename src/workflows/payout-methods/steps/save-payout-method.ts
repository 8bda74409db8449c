import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type AffiliateModuleService from "../../../modules/affiliate/service"

export interface SavePayoutMethodStepInput {
  affiliate_id: string
  provider: string
  /** What the provider asks for, in clear. */
  details: Record<string, unknown>
}

/**
 * Has the provider check the account, then puts it on file. One step, so that
 * checked details are in no step's output; what compensation needs of the
 * method before is sealed.
 */
export const savePayoutMethodStep = createStep(
  "affiliate-save-payout-method",
  async (
    { affiliate_id, provider, details }: SavePayoutMethodStepInput,
    { container }
  ) => {
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    const account = await service.validatePayoutAccount({
      affiliate_id,
      provider,
      details,
    })
    const { before, changed, cool_off_until } = await service.savePayoutMethod({
      affiliate_id,
      provider,
      account,
    })
    return new StepResponse(
      {
        provider,
        details_masked: account.masked,
        identity: account.identity ?? null,
        payouts_enabled: account.state?.payouts_enabled ?? true,
        state_note: account.state?.note ?? null,
        cool_off_until,
        changed,
      },
      { affiliate_id, before }
    )
  },
  async (saved, { container }) => {
    if (!saved) {
      return
    }
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    await service.restorePayoutMethod(saved.affiliate_id, saved.before)
  }
)
