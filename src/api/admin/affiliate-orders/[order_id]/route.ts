import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { retrieveAffiliateOrder } from "../helpers"

/** Who was credited for an order, how much, and why. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
): Promise<void> => {
  res.json({
    affiliate_order: await retrieveAffiliateOrder(
      req.scope,
      req.params.order_id
    ),
  })
}
