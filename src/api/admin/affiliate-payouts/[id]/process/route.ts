import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { processPayoutWorkflow } from "../../../../../workflows/payouts"
import { retrievePayout } from "../../helpers"
import { AdminPayoutActionType } from "../../validators"

/** Sends a pending payout through its provider; the manual one waits for a person. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminPayoutActionType>,
  res: MedusaResponse
): Promise<void> => {
  const { id } = req.params
  await processPayoutWorkflow(req.scope).run({ input: { id } })
  res.json({
    payout: await retrievePayout(req.scope, id, req.queryConfig.fields),
  })
}
