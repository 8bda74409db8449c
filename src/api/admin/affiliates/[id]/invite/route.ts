import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { AFFILIATE_MODULE } from "../../../../../modules/affiliate"
import type AffiliateModuleService from "../../../../../modules/affiliate/service"
import { inviteAffiliatesWorkflow } from "../../../../../workflows/invitations"
import {
  refusalOf,
  retrieveWithTokens,
} from "../../../affiliate-invitations/helpers"
import { AdminResendInvitationType } from "../../../affiliate-invitations/validators"

/** Invites an affiliate whom the merchant made by hand to make a login. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminResendInvitationType>,
  res: MedusaResponse
): Promise<void> => {
  const service: AffiliateModuleService = req.scope.resolve(AFFILIATE_MODULE)
  const { id, email, name, program_id } = await service.retrieveAffiliate(
    req.params.id,
    { select: ["id", "email", "name", "program_id"] }
  )
  const { result } = await inviteAffiliatesWorkflow(req.scope).run({
    input: {
      invitations: [
        { ...req.validatedBody, email, name, program_id, affiliate_id: id },
      ],
    },
  })
  const [refused] = result.refused
  if (refused) {
    throw refusalOf(refused)
  }
  const [affiliate_invitation] = await retrieveWithTokens(
    req.scope,
    result.invitations
  )
  res.json({ affiliate_invitation })
}
