import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { retrieveBatch } from "../helpers"

/** One payout batch with its totals by provider and how far it is. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
): Promise<void> => {
  res.json({
    payout_batch: await retrieveBatch(
      req.scope,
      req.params.id,
      req.queryConfig.fields
    ),
  })
}
