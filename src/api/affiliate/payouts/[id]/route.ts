import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { retrieveOwnPayout } from "../helpers"

/** One of the affiliate's own payouts with what it is made of. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
): Promise<void> => {
  res.json({
    payout: await retrieveOwnPayout(
      req.scope,
      req.params.id,
      req.auth_context.actor_id,
      req.queryConfig.fields
    ),
  })
}
