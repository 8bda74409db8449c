import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { resendInvitationWorkflow } from "../../../../../workflows/invitations"
import { retrieveWithTokens } from "../../helpers"
import { AdminResendInvitationType } from "../../validators"

/** Sends an invitation again, with a new token and a new time; the old token is worth nothing any more. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminResendInvitationType>,
  res: MedusaResponse
): Promise<void> => {
  const { result } = await resendInvitationWorkflow(req.scope).run({
    input: { ...req.validatedBody, id: req.params.id },
  })
  const [affiliate_invitation] = await retrieveWithTokens(req.scope, [result])
  res.json({ affiliate_invitation })
}
