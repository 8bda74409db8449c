import {
  CreateNotificationDTO,
  MedusaContainer,
} from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"

import { AFFILIATE_MODULE } from "../../modules/affiliate"
import type AffiliateModuleService from "../../modules/affiliate/service"
import type { InvitationEmail } from "../../modules/affiliate/service-layers/invitation-emails"

/** The template a merchant's e-mail provider is asked for. */
export const INVITATION_TEMPLATE = "affiliate-invitation"

const NOT_KNOWN =
  "Whether the e-mail arrived is not known: the store stopped while it was being sent"

/** One e-mail a try: the try's number rises only when it is known that the one before failed. */
const keyOf = ({ id, token_hash, attempt }: InvitationEmail): string =>
  `affiliate-invitation:${id}:${token_hash}:${attempt}`

const notificationOf = (
  invitation: InvitationEmail,
  accept_url: string | null
): CreateNotificationDTO => {
  const { id, email, name, program_name, expires_at, token } = invitation
  const greeting = name ? `Hello ${name}` : "Hello"
  const until = expires_at.toISOString().slice(0, 10)
  return {
    to: email,
    channel: "email",
    template: INVITATION_TEMPLATE,
    trigger_type: INVITATION_TEMPLATE,
    resource_id: id,
    resource_type: "affiliate_invitation",
    idempotency_key: keyOf(invitation),
    content: {
      subject: `You are invited to ${program_name}`,
      text: `${greeting}, you are invited to join ${program_name}. Accept until ${until}: ${accept_url ?? token}`,
    },
    data: {
      name,
      program_name,
      accept_url,
      token,
      expires_at: expires_at.toISOString(),
    },
  }
}

/**
 * Sends one invitation through Medusa's Notification module, and keeps how that ended. Medusa writes a notification
 * before it hands it over and its outcome after; what is written under the try's key therefore decides, and not
 * whether Medusa threw: it also throws when it sends a failed one under the same key once more.
 *
 * @returns whether the e-mail went out
 */
export const sendInvitation = async (
  container: MedusaContainer,
  invitation: InvitationEmail
): Promise<boolean> => {
  const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const { id, token_hash, attempt } = invitation
  const accept_url = service.pageLink("invitation_url", {
    token: invitation.token,
  })
  const key = keyOf(invitation)
  let error = "The e-mail provider did not take the e-mail"
  try {
    if (!(await outcomeOf(container, key))) {
      try {
        await container
          .resolve(Modules.NOTIFICATION)
          .createNotifications(notificationOf(invitation, accept_url))
      } catch (thrown) {
        error = wordsOf(thrown)
      }
    }
    const outcome = await outcomeOf(container, key)
    if (outcome === "success") {
      await service.markInvitationSent({ id, token_hash })
      return true
    }
    if (outcome === "pending") {
      error = NOT_KNOWN
      await service.giveInvitationUp({ id, token_hash, error })
    } else {
      await service.putInvitationOff({ id, token_hash, error })
    }
  } catch (thrown) {
    error = wordsOf(thrown)
  }
  logger.error(
    `medusa-plugin-affiliate: the e-mail of invitation ${id} was not sent, try ${attempt}: ${error}`
  )
  return false
}

/** What Medusa has written of a notification; `null` = it was never made. */
const outcomeOf = async (
  container: MedusaContainer,
  idempotency_key: string
): Promise<string | null> => {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const {
    data: [notification],
  } = await query.graph({
    entity: "notification",
    fields: ["status"],
    filters: { idempotency_key },
  })
  return notification?.status ?? null
}

/** The provider's own words, without Medusa's before them. */
const wordsOf = (thrown: unknown): string =>
  (thrown instanceof Error ? thrown.message : String(thrown)).replace(
    /^Failed to send notification with id \S+:\s*/,
    ""
  )
