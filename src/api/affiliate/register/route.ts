import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"

import { registerAffiliateWorkflow } from "../../../workflows/affiliates"
import { networkOf } from "../../utils/limit-by-address"
import { retrieveProfile } from "../profile/helpers"
import { AffiliateRegisterType } from "../validators"

/**
 * Registers the login of the token as an affiliate: pending, or approved where the program approves by itself.
 * The token is for registering only; log in again for one of the affiliate's.
 */
export const POST = async (
  req: AuthenticatedMedusaRequest<AffiliateRegisterType>,
  res: MedusaResponse
): Promise<void> => {
  const { actor_id, auth_identity_id } = req.auth_context
  if (actor_id) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      "This login already has an affiliate"
    )
  }
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
