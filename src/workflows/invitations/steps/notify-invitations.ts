import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type AffiliateModuleService from "../../../modules/affiliate/service"
import type { AffiliateInvitationRecord } from "../../../modules/affiliate/service-layers/invitations"
import type { InvitationWithToken } from "./invite-affiliates"

/** The template a merchant's e-mail provider is asked for. */
export const INVITATION_TEMPLATE = "affiliate-invitation"

/** How many e-mails are on their way at a time. */
const AT_A_TIME = 10

/**
 * Sends invitations through Medusa's Notification module. Whether one arrives changes nothing about it: the
 * merchant has the token too, and may send it again. Has no compensation: what was sent was sent.
 */
export const notifyInvitationsStep = createStep(
  "affiliate-notify-invitations",
  async (
    { invitations }: { invitations: InvitationWithToken[] },
    { container }
  ) => {
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    if (!invitations.length || !(await service.canSendEmail())) {
      return new StepResponse({ sent: 0 })
    }
    const tokenOf = new Map(invitations.map(({ id, token }) => [id, token]))
    const records = await service.listAffiliateInvitations(
      { id: [...tokenOf.keys()] },
      { take: null }
    )
    const programs = await service.listAffiliatePrograms(
      { id: [...new Set(records.map(({ program_id }) => program_id))] },
      { select: ["id", "name"], take: null }
    )
    const nameOf = new Map(programs.map(({ id, name }) => [id, name]))
    let sent = 0
    for (let from = 0; from < records.length; from += AT_A_TIME) {
      const done = await Promise.all(
        records
          .slice(from, from + AT_A_TIME)
          .map((record) =>
            send(
              record,
              tokenOf.get(record.id)!,
              nameOf.get(record.program_id) ?? "",
              container
            )
          )
      )
      sent += done.filter(Boolean).length
    }
    return new StepResponse({ sent })
  }
)

const send = async (
  invitation: AffiliateInvitationRecord,
  token: string,
  program_name: string,
  container: MedusaContainer
): Promise<boolean> => {
  const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
  const accept_url = service.pageLink("invitation_url", { token })
  const greeting = invitation.name ? `Hello ${invitation.name}` : "Hello"
  const until = invitation.expires_at.toISOString().slice(0, 10)
  try {
    await container.resolve(Modules.NOTIFICATION).createNotifications({
      to: invitation.email,
      channel: "email",
      template: INVITATION_TEMPLATE,
      trigger_type: INVITATION_TEMPLATE,
      resource_id: invitation.id,
      resource_type: "affiliate_invitation",
      idempotency_key: `affiliate-invitation:${invitation.id}:${invitation.token_hash}`,
      content: {
        subject: `You are invited to ${program_name}`,
        text: `${greeting}, you are invited to join ${program_name}. Accept until ${until}: ${accept_url ?? token}`,
      },
      data: {
        name: invitation.name,
        program_name,
        accept_url,
        token,
        expires_at: invitation.expires_at.toISOString(),
      },
    })
    await service.markInvitationSent(invitation.id)
    return true
  } catch (error) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .error(
        `medusa-plugin-affiliate: the e-mail of invitation ${invitation.id} was not sent`,
        error instanceof Error ? error : new Error(String(error))
      )
    return false
  }
}
