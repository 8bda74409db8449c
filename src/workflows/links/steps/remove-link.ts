import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type AffiliateModuleService from "../../../modules/affiliate/service"
import type { LinkKey } from "../../../modules/affiliate/service-layers/links"

/** Takes a link away; undone, it is what it was, under the same id. */
export const removeLinkStep = createStep(
  "affiliate-remove-link",
  async (input: LinkKey, { container }) => {
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    const before = await service.removeLink(input)
    return new StepResponse({ id: before.id }, before)
  },
  async (before, { container }) => {
    if (!before) {
      return
    }
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    await service.putBackLink(before)
  }
)
