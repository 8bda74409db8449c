import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { attributeOrderWorkflow } from "../../../../../workflows/orders"
import { retrieveAffiliateOrder } from "../../helpers"
import { AdminAttributeOrderType } from "../../validators"

/** Credits an order to an affiliate, or to nobody, by the admin's word. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminAttributeOrderType>,
  res: MedusaResponse
): Promise<void> => {
  const { order_id } = req.params
  await attributeOrderWorkflow(req.scope).run({
    input: { order_id, ...req.validatedBody },
  })
  res.json({
    affiliate_order: await retrieveAffiliateOrder(req.scope, order_id),
  })
}
