import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type AffiliateModuleService from "../../../modules/affiliate/service"
import type { ErasureInput } from "../../../modules/affiliate/service-layers/privacy"

/**
 * Puts a pseudonym in an affiliate's place.
 *
 * Has no compensation: what was erased is gone. What comes after it can be
 * repeated, so that an erasure that was interrupted is asked for again.
 */
export const eraseAffiliateStep = createStep(
  "affiliate-erase-affiliate-step",
  async (input: ErasureInput, { container }) => {
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    return new StepResponse(await service.eraseAffiliate(input))
  }
)
