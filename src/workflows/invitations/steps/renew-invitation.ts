import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type AffiliateModuleService from "../../../modules/affiliate/service"

export interface RenewInvitationStepInput {
  id: string
  /** From now on. */
  expires_in_days?: number
}

/** Gives an invitation a new token; undone, the old one is good again. */
export const renewInvitationStep = createStep(
  "affiliate-renew-invitation",
  async (input: RenewInvitationStepInput, { container }) => {
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    const { token, undo } = await service.renewInvitation(input)
    return new StepResponse({ id: input.id, token }, undo)
  },
  async (undo, { container }) => {
    if (!undo) {
      return
    }
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    await service.updateAffiliateInvitations(undo)
  }
)
