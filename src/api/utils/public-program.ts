import { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"

import { AFFILIATE_MODULE } from "../../modules/affiliate"
import { maskEmail } from "../../modules/affiliate/domain/joining/invitation"
import { hashInvitationToken } from "../../modules/affiliate/invitation-token"
import type AffiliateModuleService from "../../modules/affiliate/service"
import { noSuchInvitation } from "../../modules/affiliate/service-layers/acceptances"
import { DEFAULT_PROGRAM_HANDLE } from "../../modules/affiliate/service-layers/programs"

/**
 * What the page where somebody applies shows: the program's name, its form, and the agreement in force.
 *
 * @throws not_found for a program that is unknown or not active
 */
export const publicProgram = async (
  container: MedusaContainer,
  handle: string = DEFAULT_PROGRAM_HANDLE
) => {
  const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
  const [program] = await service.listAffiliatePrograms({
    handle,
    status: "active",
  })
  if (!program) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `There is no affiliate program ${handle}`
    )
  }
  const [agreement] = await service.listAffiliateAgreements(
    { program_id: program.id },
    { order: { version: "DESC" }, take: 1 }
  )
  return {
    name: program.name,
    handle: program.handle,
    takes_applications: true,
    form_fields: program.form_fields,
    agreement: agreement
      ? {
          version: agreement.version,
          title: agreement.title,
          body: agreement.body,
          requires_acceptance: agreement.requires_acceptance,
        }
      : null,
  }
}

/**
 * What the page where an invitation is accepted shows.
 *
 * @throws not_found, the same for a token that is unknown, expired, revoked or used
 */
export const publicInvitation = async (
  container: MedusaContainer,
  token: string
) => {
  const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
  const invitation = await service.findOpenInvitation(
    hashInvitationToken(token)
  )
  if (!invitation) {
    throw noSuchInvitation()
  }
  const [program] = await service.listAffiliatePrograms(
    { id: invitation.program_id },
    { select: ["name", "handle"] }
  )
  return {
    program: program ? { name: program.name, handle: program.handle } : null,
    email: maskEmail(invitation.email),
    name: invitation.name,
    expires_at: invitation.expires_at,
  }
}
