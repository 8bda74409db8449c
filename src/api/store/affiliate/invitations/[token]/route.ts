import { MedusaResponse, MedusaStoreRequest } from "@medusajs/framework/http"

import { publicInvitation } from "../../../../utils/public-program"

/**
 * What the page where an invitation is accepted shows. One answer for a token that is unknown, expired, revoked or
 * used: 404.
 */
export const GET = async (
  req: MedusaStoreRequest,
  res: MedusaResponse
): Promise<void> => {
  res.json({
    affiliate_invitation: await publicInvitation(req.scope, req.params.token),
  })
}
