import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type AffiliateModuleService from "../../../modules/affiliate/service"
import type { IdentityDecision } from "../../../modules/affiliate/service-layers/identity"

/** Writes the decision; undone, the one before is back. */
export const decideIdentityStep = createStep(
  "affiliate-decide-identity",
  async (input: IdentityDecision, { container }) => {
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    const { undo } = await service.decideIdentity(input)
    return new StepResponse({ id: input.affiliate_id }, undo)
  },
  async (undo, { container }) => {
    if (!undo) {
      return
    }
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    await service.updateAffiliates(undo)
  }
)
