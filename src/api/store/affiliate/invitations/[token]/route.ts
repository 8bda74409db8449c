import { MedusaResponse, MedusaStoreRequest } from "@medusajs/framework/http"

import { AFFILIATE_MODULE } from "../../../../../modules/affiliate"
import { maskEmail } from "../../../../../modules/affiliate/domain/joining/invitation"
import { hashInvitationToken } from "../../../../../modules/affiliate/invitation-token"
import type AffiliateModuleService from "../../../../../modules/affiliate/service"
import { noSuchInvitation } from "../../../../../modules/affiliate/service-layers/acceptances"

/**
 * What the page where an invitation is accepted shows. One answer for a token that is unknown, expired, revoked or
 * used: 404.
 */
export const GET = async (
  req: MedusaStoreRequest,
  res: MedusaResponse
): Promise<void> => {
  const service: AffiliateModuleService = req.scope.resolve(AFFILIATE_MODULE)
  const invitation = await service.findOpenInvitation(
    hashInvitationToken(req.params.token)
  )
  if (!invitation) {
    throw noSuchInvitation()
  }
  const [program] = await service.listAffiliatePrograms(
    { id: invitation.program_id },
    { select: ["name", "handle"] }
  )
  res.json({
    affiliate_invitation: {
      program: program ? { name: program.name, handle: program.handle } : null,
      email: maskEmail(invitation.email),
      name: invitation.name,
      expires_at: invitation.expires_at,
    },
  })
}
