import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { applyAsCustomerWorkflow } from "../../../../../workflows/affiliates"
import { retrieveProfile } from "../../../../affiliate/profile/helpers"
import { StoreApplyAsAffiliateType } from "../../../../affiliate/validators"
import { networkOf } from "../../../../utils/limit-by-address"

/** A customer applies; the affiliate is bound to the customer, and shares the login. */
export const POST = async (
  req: AuthenticatedMedusaRequest<StoreApplyAsAffiliateType>,
  res: MedusaResponse
): Promise<void> => {
  const { actor_id, auth_identity_id } = req.auth_context
  const { result } = await applyAsCustomerWorkflow(req.scope).run({
    input: {
      ...req.validatedBody,
      customer_id: actor_id,
      auth_identity_id,
      address: networkOf(req.ip ?? ""),
    },
  })
  res
    .status(201)
    .json({ affiliate: await retrieveProfile(req.scope, result.id) })
}
