import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import {
  hashInvitationToken,
  makeInvitationToken,
} from "../../../modules/affiliate/invitation-token"
import type AffiliateModuleService from "../../../modules/affiliate/service"
import type { InvitationWithToken } from "./invite-affiliates"

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
    const token = makeInvitationToken()
    const { id, token_hash, expires_at, sent_at } =
      await service.renewInvitation({
        ...input,
        token_hash: hashInvitationToken(token)!,
      })
    const renewed: InvitationWithToken = { id, token }
    return new StepResponse(renewed, { id, token_hash, expires_at, sent_at })
  },
  async (before, { container }) => {
    if (!before) {
      return
    }
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    await service.updateAffiliateInvitations(before)
  }
)
