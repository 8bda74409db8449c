import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type AffiliateModuleService from "../../../modules/affiliate/service"
import type { NewClick } from "../../../modules/affiliate/service-layers/touches"

/** Writes a click down; undone, it was never there. */
export const recordClickStep = createStep(
  "affiliate-record-click",
  async (input: NewClick, { container }) => {
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    const click = await service.recordClick(input)
    return new StepResponse(click, click.id)
  },
  async (id, { container }) => {
    if (!id) {
      return
    }
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    await service.deleteAffiliateClicks([id])
  }
)
