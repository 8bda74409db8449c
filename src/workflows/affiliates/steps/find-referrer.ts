import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type AffiliateModuleService from "../../../modules/affiliate/service"

/**
 * Finds who referred somebody that registers, by any of the referrer's codes. Whoever was referred
 * joins the referrer's program.
 *
 * @throws invalid_data for a code that does not work
 */
export const findReferrerStep = createStep(
  "affiliate-find-referrer",
  async (
    { referral_code }: { referral_code?: string | null },
    { container }
  ) => {
    if (!referral_code) {
      return new StepResponse(null)
    }
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    const code = await service.findActiveCode(referral_code)
    if (!code) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `Field 'referral_code': there is no affiliate code ${referral_code}`
      )
    }
    return new StepResponse({
      parent_id: code.affiliate_id,
      program_id: code.program_id,
    })
  }
)
