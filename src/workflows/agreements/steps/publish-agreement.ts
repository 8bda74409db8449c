import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type AffiliateModuleService from "../../../modules/affiliate/service"
import type { NewAgreement } from "../../../modules/affiliate/service-layers/agreements"

/** Publishes a version. What was published stays, so there is no compensation. */
export const publishAgreementStep = createStep(
  "affiliate-publish-agreement",
  async (input: NewAgreement, { container }) => {
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    return new StepResponse(await service.publishAgreement(input))
  }
)
