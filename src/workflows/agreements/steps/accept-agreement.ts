import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type AffiliateModuleService from "../../../modules/affiliate/service"

export interface AcceptAgreementStepInput {
  affiliate_id: string
  version: number
  /** Network address of whoever accepts; kept as a keyed hash only. */
  address: string | null
}

/** Records proof. What was accepted stays accepted, so there is no compensation. */
export const acceptAgreementStep = createStep(
  "affiliate-accept-agreement",
  async (input: AcceptAgreementStepInput, { container }) => {
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    const { version } = await service.acceptAgreement(input)
    return new StepResponse({ version })
  }
)
