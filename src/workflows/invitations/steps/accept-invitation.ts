import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import { hashInvitationToken } from "../../../modules/affiliate/invitation-token"
import type AffiliateModuleService from "../../../modules/affiliate/service"
import type { Acceptance } from "../../../modules/affiliate/service-layers/acceptances"
import type { Login } from "../../affiliates/steps/check-login"

export interface AcceptInvitationStepInput extends Omit<
  Acceptance,
  "token_hash" | "customer_id"
> {
  /** Of the link. */
  invitation_token: string
  login: Login
}

/** Uses an invitation; undone, it is open again and the affiliate what it was, or not there. */
export const acceptInvitationStep = createStep(
  "affiliate-accept-invitation",
  async (
    { invitation_token, login, ...said }: AcceptInvitationStepInput,
    { container }
  ) => {
    if (login.affiliate_id) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        "This login already has an affiliate"
      )
    }
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    const { affiliate, invitation_id, code, undo } =
      await service.acceptInvitation({
        ...said,
        token_hash: hashInvitationToken(invitation_token),
        customer_id: login.customer_id,
      })
    const { id, name, status } = affiliate
    return new StepResponse(
      { id, name, status, invitation_id, code },
      { affiliate_id: id, invitation_id, undo }
    )
  },
  async (accepted, { container }) => {
    if (!accepted) {
      return
    }
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    await service.takeBackAcceptance(accepted)
  }
)
