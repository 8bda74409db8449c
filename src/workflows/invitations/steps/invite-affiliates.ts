import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type AffiliateModuleService from "../../../modules/affiliate/service"
import type { WantedInvitation } from "../../../modules/affiliate/service-layers/invitation-checks"

export interface InviteAffiliatesStepInput {
  invitations: WantedInvitation[]
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
    const made = await service.invite(invitations)
    return new StepResponse(
      {
        invitations: made.invitations,
        refused: made.refused.map(({ index, error }): RefusedInvitation => ({
          index,
          type: error.type,
          message: error.message,
        })),
      },
      {
        ids: made.invitations.map(({ id }) => id),
        replaced: made.replaced,
      }
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
