import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { createAdjustmentWorkflow } from "../../../workflows/commissions/create-adjustment"
import { retrieveCommission } from "../affiliate-commissions/helpers"
import { AdminCreateAdjustmentType } from "./validators"

/** Books an amount on an affiliate's available balance by hand, up or down. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminCreateAdjustmentType>,
  res: MedusaResponse
): Promise<void> => {
  const { result } = await createAdjustmentWorkflow(req.scope).run({
    input: req.validatedBody,
  })
  res.json({
    commission: await retrieveCommission(
      req.scope,
      result.id,
      req.queryConfig.fields
    ),
  })
}
