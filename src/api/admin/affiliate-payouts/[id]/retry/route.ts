import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { retryPayoutWorkflow } from "../../../../../workflows/payouts"
import { retrievePayout } from "../../helpers"
import { AdminPayoutActionType } from "../../validators"

/** Sends a failed payout anew, if its money is still available. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminPayoutActionType>,
  res: MedusaResponse
): Promise<void> => {
  const { id } = req.params
  await retryPayoutWorkflow(req.scope).run({ input: { id } })
  res.json({
    payout: await retrievePayout(req.scope, id, req.queryConfig.fields),
  })
}
