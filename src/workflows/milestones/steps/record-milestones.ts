import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import AffiliateModuleService from "../../../modules/affiliate/service"

const PAGE = 1_000
const PAGES_MAX = 100

/**
 * Records what was reached, each milestone once for ever.
 *
 * Has no compensation: a milestone that was reached stays reached. Telling of
 * it is a step of its own, repeated until it is done.
 */
export const recordMilestonesStep = createStep(
  "affiliate-record-milestones-step",
  async (affiliate_ids: string[] | null, { container }) => {
    const service = container.resolve<AffiliateModuleService>(AFFILIATE_MODULE)
    let reached = 0
    for (let page = 0; page < PAGES_MAX; page++) {
      const found = await service.recordReachedMilestones(affiliate_ids, PAGE)
      reached += found.length
      if (found.length < PAGE) {
        break
      }
    }
    return new StepResponse({ reached })
  }
)
