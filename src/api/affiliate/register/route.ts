import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { registerAffiliateWorkflow } from "../../../workflows/affiliates"
import { networkOf } from "../../utils/limit-by-address"
import { retrieveProfile } from "../profile/helpers"
import { AffiliateRegisterType } from "../validators"

/**
 * Registers the login of the token as an affiliate: pending, approved or rejected as the program decides
 * by itself. The token is for registering only; log in again for one of the affiliate's.
 */
export const POST = async (
  req: AuthenticatedMedusaRequest<AffiliateRegisterType>,
  res: MedusaResponse
): Promise<void> => {
  const { auth_identity_id } = req.auth_context
  const { result } = await registerAffiliateWorkflow(req.scope).run({
    input: {
      ...req.validatedBody,
      auth_identity_id,
      address: networkOf(req.ip ?? ""),
    },
  })
  res
    .status(201)
    .json({ affiliate: await retrieveProfile(req.scope, result.id) })
}
