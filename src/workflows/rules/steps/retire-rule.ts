import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type AffiliateModuleService from "../../../modules/affiliate/service"

/** Takes a rule out of force; undone, it is in force again, also for the orders of the time between. */
export const retireRuleStep = createStep(
  "affiliate-retire-rule",
  async ({ id }: { id: string }, { container }) => {
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    const retired_at = await service.retireRule(id)
    return new StepResponse({ id }, retired_at ? null : id)
  },
  async (id, { container }) => {
    if (!id) {
      return
    }
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    await service.updateAffiliateRules({ id, retired_at: null })
  }
)
