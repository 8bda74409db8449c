import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import AffiliateModuleService from "../../../modules/affiliate/service"
import { identityAnswer } from "./helpers"

/** How the affiliate's identity stands, whether the program asks for it, and the documents by name. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
): Promise<void> => {
  const service: AffiliateModuleService = req.scope.resolve(AFFILIATE_MODULE)
  const standing = await service.identityOf(req.auth_context.actor_id)
  res.json({ identity: identityAnswer(standing) })
}
