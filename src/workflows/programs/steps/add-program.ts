import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type AffiliateModuleService from "../../../modules/affiliate/service"
import type { ProgramFields } from "../../../modules/affiliate/service-layers/terms-fields"

/** Writes a new program; undone, it was never there. */
export const addProgramStep = createStep(
  "affiliate-add-program",
  async (input: ProgramFields, { container }) => {
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    const { id } = await service.addProgram(input)
    return new StepResponse({ id }, id)
  },
  async (id, { container }) => {
    if (!id) {
      return
    }
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    await service.deleteAffiliatePrograms([id])
  }
)
