import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { retrieveCommission } from "../helpers"

/** One commission with its lines, ledger entries, verdict and payouts. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
): Promise<void> => {
  res.json({
    commission: await retrieveCommission(
      req.scope,
      req.params.id,
      req.queryConfig.fields
    ),
  })
}
