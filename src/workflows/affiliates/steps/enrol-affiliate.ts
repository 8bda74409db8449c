import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type AffiliateModuleService from "../../../modules/affiliate/service"
import type { NewAffiliate } from "../../../modules/affiliate/service-layers/people-rules"

/** Writes a new affiliate; undone, it was never there. */
export const enrolAffiliateStep = createStep(
  "affiliate-enrol-affiliate",
  async (input: NewAffiliate, { container }) => {
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    const { id, name, status } = await service.enrolAffiliate(input)
    return new StepResponse({ id, name, status }, id)
  },
  async (id, { container }) => {
    if (!id) {
      return
    }
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    await service.deleteAffiliates([id])
  }
)
