import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type AffiliateModuleService from "../../../modules/affiliate/service"

/** Deletes an affiliate who never earned; undone, all that went with it is back under the same ids. */
export const removeAffiliateStep = createStep(
  "affiliate-remove-affiliate",
  async ({ id }: { id: string }, { container }) => {
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    const removed = await service.removeAffiliate(id)
    const promotion_ids = removed.codes.flatMap(
      ({ promotion_id }) => promotion_id ?? []
    )
    return new StepResponse({ id, promotion_ids }, removed)
  },
  async (removed, { container }) => {
    if (!removed) {
      return
    }
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    await service.putBackAffiliate(removed)
  }
)
