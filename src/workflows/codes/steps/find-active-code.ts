import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type AffiliateModuleService from "../../../modules/affiliate/service"

/**
 * The one text for every code that does not work: whether it never was, was retired, or its
 * affiliate is not approved is nobody's business.
 */
export const noSuchCode = (code: string): MedusaError =>
  new MedusaError(
    MedusaError.Types.NOT_FOUND,
    `There is no affiliate code ${code}`
  )

/** @throws not_found */
export const findActiveCodeStep = createStep(
  "affiliate-find-active-code",
  async ({ code }: { code: string }, { container }) => {
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    const found = await service.findActiveCode(code)
    if (!found) {
      throw noSuchCode(code)
    }
    return new StepResponse(found)
  }
)
