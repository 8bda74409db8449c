import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { registerAffiliateWorkflow } from "../../../workflows/affiliates"
import { acceptInvitationWorkflow } from "../../../workflows/invitations"
import { networkOf } from "../../utils/limit-by-address"
import { retrieveProfile } from "../profile/helpers"
import { AffiliateRegisterType } from "../validators"

/**
 * Registers the login of the token as an affiliate: pending, approved or rejected as the program decides
 * by itself; with an invitation approved, on what that says. The token is for registering only; log in again for one
 * of the affiliate's.
 */
export const POST = async (
  req: AuthenticatedMedusaRequest<AffiliateRegisterType>,
  res: MedusaResponse
): Promise<void> => {
  const { auth_identity_id } = req.auth_context
  const { email = "", invitation_token, ...said } = req.validatedBody
  const application = {
    ...said,
    auth_identity_id,
    address: networkOf(req.ip ?? ""),
  }
  const { result } = invitation_token
    ? await acceptInvitationWorkflow(req.scope).run({
        input: { ...application, invitation_token },
      })
    : await registerAffiliateWorkflow(req.scope).run({
        input: { ...application, email },
      })
  res
    .status(201)
    .json({ affiliate: await retrieveProfile(req.scope, result.id) })
}
