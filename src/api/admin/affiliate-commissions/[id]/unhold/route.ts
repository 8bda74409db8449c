import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { unholdCommissionWorkflow } from "../../../../../workflows/commissions/unhold-commission"
import { retrieveCommission } from "../../helpers"
import { AdminUnholdCommissionType } from "../../validators"

/** Lets a held commission be released when it is due. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminUnholdCommissionType>,
  res: MedusaResponse
): Promise<void> => {
  const { id } = req.params
  await unholdCommissionWorkflow(req.scope).run({
    input: { id, ...req.validatedBody },
  })
  res.json({
    commission: await retrieveCommission(req.scope, id, req.queryConfig.fields),
  })
}
