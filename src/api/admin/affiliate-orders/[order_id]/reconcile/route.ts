import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { reconcileOrderWorkflow } from "../../../../../workflows/orders"
import { retrieveAffiliateOrder } from "../../helpers"

/** Computes anew what an order owes, and posts the difference if there is one. */
export const POST = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
): Promise<void> => {
  const { order_id } = req.params
  await reconcileOrderWorkflow(req.scope).run({
    input: { order_id, force: true },
  })
  res.json({
    affiliate_order: await retrieveAffiliateOrder(req.scope, order_id),
  })
}
