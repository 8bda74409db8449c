import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import {
  hashInvitationToken,
  makeInvitationToken,
} from "../../../modules/affiliate/invitation-token"
import type AffiliateModuleService from "../../../modules/affiliate/service"
import type { InvitationFields } from "../../../modules/affiliate/service-layers/invitations"

export interface InviteAffiliatesStepInput {
  invitations: (InvitationFields & {
    /** An affiliate without a login, whose login the invitation makes. */
    affiliate_id?: string
  })[]
}

/** An invitation with the token of its link, which is known only now. */
export interface InvitationWithToken {
  id: string
  token: string
}

/** Why one of many cannot be invited; `index` counts from 0. */
export interface RefusedInvitation {
  index: number
  type: string
  message: string
}

/** Writes invitations, all or none; undone, they were never there. */
export const inviteAffiliatesStep = createStep(
  "affiliate-invite-affiliates",
  async ({ invitations }: InviteAffiliatesStepInput, { container }) => {
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    const tokens = invitations.map(makeInvitationToken)
    const made = await service.invite(
      invitations.map((invitation, index) => ({
        ...invitation,
        token_hash: hashInvitationToken(tokens[index])!,
      }))
    )
    const withTokens = made.invitations.map(
      ({ id }, index): InvitationWithToken => ({ id, token: tokens[index] })
    )
    return new StepResponse(
      {
        invitations: withTokens,
        refused: made.refused.map(({ index, error }): RefusedInvitation => ({
          index,
          type: error.type,
          message: error.message,
        })),
      },
      { ids: withTokens.map(({ id }) => id), replaced: made.replaced }
    )
  },
  async (made, { container }) => {
    if (!made?.ids.length) {
      return
    }
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    await service.takeBackInvitations(made)
  }
)
