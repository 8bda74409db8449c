import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { holdCommissionWorkflow } from "../../../../../workflows/commissions/hold-commission"
import { retrieveCommission } from "../../helpers"
import { AdminHoldCommissionType } from "../../validators"

/** Keeps a pending commission from being released. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminHoldCommissionType>,
  res: MedusaResponse
): Promise<void> => {
  const { id } = req.params
  await holdCommissionWorkflow(req.scope).run({
    input: { id, source: "person", reason: req.validatedBody.reason },
  })
  res.json({
    commission: await retrieveCommission(req.scope, id, req.queryConfig.fields),
  })
}
