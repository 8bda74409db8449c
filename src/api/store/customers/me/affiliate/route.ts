import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { applyAsCustomerWorkflow } from "../../../../../workflows/affiliates"
import { acceptInvitationWorkflow } from "../../../../../workflows/invitations"
import { retrieveProfile } from "../../../../affiliate/profile/helpers"
import { StoreApplyAsAffiliateType } from "../../../../affiliate/validators"
import { networkOf } from "../../../../utils/limit-by-address"

/** A customer applies, or accepts an invitation; the affiliate is bound to the customer, and shares the login. */
export const POST = async (
  req: AuthenticatedMedusaRequest<StoreApplyAsAffiliateType>,
  res: MedusaResponse
): Promise<void> => {
  const { actor_id, auth_identity_id } = req.auth_context
  const { invitation_token, email, ...said } = req.validatedBody
  const application = {
    ...said,
    auth_identity_id,
    address: networkOf(req.ip ?? ""),
  }
  const { result } = invitation_token
    ? await acceptInvitationWorkflow(req.scope).run({
        input: { ...application, invitation_token },
      })
    : await applyAsCustomerWorkflow(req.scope).run({
        input: { ...application, email, customer_id: actor_id },
      })
  res
    .status(201)
    .json({ affiliate: await retrieveProfile(req.scope, result.id) })
}
