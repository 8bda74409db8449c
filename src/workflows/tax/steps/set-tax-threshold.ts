import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type AffiliateModuleService from "../../../modules/affiliate/service"

export interface SetTaxThresholdStepInput {
  year: number
  /** US dollars; `null` = what holds by law, or was set for an earlier year. */
  amount: number | string | null
  gate: boolean
}

/** Writes it down; undone, what was set before is back. */
export const setTaxThresholdStep = createStep(
  "affiliate-set-tax-threshold",
  async (input: SetTaxThresholdStepInput, { container }) => {
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    const { before } = await service.setTaxThreshold(input)
    return new StepResponse(
      { year: input.year },
      before ?? { year: input.year, amount: null, gate: true }
    )
  },
  async (before, { container }) => {
    if (!before) {
      return
    }
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    await service.setTaxThreshold(before)
  }
)
