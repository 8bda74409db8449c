import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { auditHealth } from "../../../workflows/orders/audit"
import { AdminGetAffiliateHealthParamsType } from "./validators"

/** Newest orders that are recomputed unless all are asked for. */
const ORDERS_RECOMPUTED = 500

/** Whether the books agree: with themselves, and with the orders. `deep` recomputes every order. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, AdminGetAffiliateHealthParamsType>,
  res: MedusaResponse
): Promise<void> => {
  const { deep } = req.validatedQuery as AdminGetAffiliateHealthParamsType
  res.json(await auditHealth(req.scope, deep ? null : ORDERS_RECOMPUTED))
}
