import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { retrievePayout } from "../helpers"

/** One payout with its items and ledger entries. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
): Promise<void> => {
  res.json({
    payout: await retrievePayout(
      req.scope,
      req.params.id,
      req.queryConfig.fields
    ),
  })
}
