import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type AffiliateModuleService from "../../../modules/affiliate/service"
import type { NewLink } from "../../../modules/affiliate/service-layers/links"

/** Writes a new link; undone, it was never there. */
export const addLinkStep = createStep(
  "affiliate-add-link",
  async (input: NewLink, { container }) => {
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    const { id } = await service.addLink(input)
    return new StepResponse({ id }, id)
  },
  async (id, { container }) => {
    if (!id) {
      return
    }
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    await service.deleteAffiliateLinks([id])
  }
)
