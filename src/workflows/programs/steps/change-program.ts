import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type AffiliateModuleService from "../../../modules/affiliate/service"
import type { ProgramFields } from "../../../modules/affiliate/service-layers/terms-fields"

export type ChangeProgramStepInput = { id: string } & Partial<ProgramFields>

/** Writes what changes of a program; undone, what was written over is back. */
export const changeProgramStep = createStep(
  "affiliate-change-program",
  async ({ id, ...changes }: ChangeProgramStepInput, { container }) => {
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    const { undo } = await service.changeProgram(id, changes)
    return new StepResponse({ id }, undo)
  },
  async (undo, { container }) => {
    if (!undo) {
      return
    }
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    await service.updateAffiliatePrograms(undo)
  }
)
