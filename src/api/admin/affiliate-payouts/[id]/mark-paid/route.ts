import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { markPayoutPaidWorkflow } from "../../../../../workflows/payouts"
import { retrievePayout } from "../../helpers"
import { AdminMarkPayoutPaidType } from "../../validators"

/** The money was sent; a second call changes nothing and answers the same. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminMarkPayoutPaidType>,
  res: MedusaResponse
): Promise<void> => {
  const { id } = req.params
  await markPayoutPaidWorkflow(req.scope).run({
    input: { id, ...req.validatedBody },
  })
  res.json({
    payout: await retrievePayout(req.scope, id, req.queryConfig.fields),
  })
}
