import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type AffiliateModuleService from "../../../modules/affiliate/service"
import type { NewCode } from "../../../modules/affiliate/service-layers/codes"

/** Writes a code, or takes a retired one up again; undone, the word is as free or as retired as before. */
export const saveCodeStep = createStep(
  "affiliate-save-code",
  async (input: NewCode, { container }) => {
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    const { code, retired_before } = await service.saveCode(input)
    return new StepResponse(
      { id: code.id, code: code.code },
      { id: code.id, retired_before }
    )
  },
  async (saved, { container }) => {
    if (!saved) {
      return
    }
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    if (saved.retired_before) {
      await service.putBackCode(saved.retired_before)
    } else {
      await service.deleteAffiliateCodes([saved.id])
    }
  }
)
