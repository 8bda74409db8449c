import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { retrievePayoutNotice } from "../helpers"

/** One notice, with what was understood of it and what became of it. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
): Promise<void> => {
  res.json({
    affiliate_payout_notice: await retrievePayoutNotice(
      req.scope,
      req.params.id,
      req.queryConfig.fields
    ),
  })
}
