import { MedusaContainer } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import {
  InvitationStatus,
  InvitationTimes,
  statusOfInvitation,
} from "../../../modules/affiliate/domain/joining/invitation"
import type AffiliateModuleService from "../../../modules/affiliate/service"
import { wordsThatPass } from "../../utils/list-params"
import { plain } from "../../utils/plain"
import { retrieveAdminInvitationConfig } from "./query-config"
import {
  AdminListInvitationsParamsType,
  INVITATION_STATUSES,
} from "./validators"

/** What the answer needs of an invitation whatever fields were asked for. */
export const STATUS_FIELDS = ["accepted_at", "revoked_at", "expires_at"]

/** An invitation as the routes answer it: with its status. */
export const invitationAnswer = <Invitation extends InvitationTimes>(
  invitation: Invitation
): Invitation & { status: InvitationStatus } =>
  plain({ ...invitation, status: statusOfInvitation(invitation, new Date()) })

/** A filter by status, which is reckoned, as one by what is kept. */
export const statusFilter = (
  asked: AdminListInvitationsParamsType["status"]
): Record<string, unknown> => {
  if (asked === undefined) {
    return {}
  }
  const statuses = wordsThatPass(INVITATION_STATUSES, asked)
  if (!statuses.length) {
    return { id: [] }
  }
  const now = new Date()
  const unused = { accepted_at: null, revoked_at: null }
  const filters: Record<InvitationStatus, Record<string, unknown>> = {
    open: { ...unused, expires_at: { $gt: now } },
    expired: { ...unused, expires_at: { $lte: now } },
    accepted: { accepted_at: { $ne: null } },
    revoked: { accepted_at: null, revoked_at: { $ne: null } },
  }
  return { $or: statuses.map((status) => filters[status]) }
}

/**
 * Invitations just made, each with its token and link: this once.
 *
 * @param made in the order to be answered
 */
export const retrieveWithTokens = async (
  container: MedusaContainer,
  made: { id: string; token: string }[]
) => {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
  const { data } = await query.graph({
    entity: "affiliate_invitation",
    fields: retrieveAdminInvitationConfig.defaults,
    filters: { id: made.map(({ id }) => id) },
  })
  const invitationOf = new Map(data.map((one) => [one.id, one]))
  return made.flatMap(({ id, token }) => {
    const invitation = invitationOf.get(id)
    return invitation
      ? {
          ...invitationAnswer(invitation),
          token,
          accept_url: service.pageLink("invitation_url", { token }),
        }
      : []
  })
}

/** The refusal of the one person who was to be invited, as it came. */
export const refusalOf = ({
  type,
  message,
}: {
  type: string
  message: string
}): MedusaError => new MedusaError(type, message)
