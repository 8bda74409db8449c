import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { cancelPayoutWorkflow } from "../../../../../workflows/payouts"
import { retrievePayout } from "../../helpers"
import { AdminPayoutActionType } from "../../validators"

/** Gives the money back of a payout that was not sent. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminPayoutActionType>,
  res: MedusaResponse
): Promise<void> => {
  const { id } = req.params
  await cancelPayoutWorkflow(req.scope).run({ input: { id } })
  res.json({
    payout: await retrievePayout(req.scope, id, req.queryConfig.fields),
  })
}
