import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type AffiliateModuleService from "../../../modules/affiliate/service"

/** Nothing to undo: a secret opens as before, whichever key sealed it. */
export const resealSecretsStep = createStep(
  "affiliate-reseal-secrets",
  async (_: Record<string, never>, { container }) => {
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    return new StepResponse(await service.resealSecrets())
  }
)
