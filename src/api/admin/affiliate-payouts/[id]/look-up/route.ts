import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { lookUpPayoutWorkflow } from "../../../../../workflows/payouts"
import { retrievePayout } from "../../helpers"
import { AdminPayoutActionType } from "../../validators"

/** Asks the provider what became of a payout that stays processing. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminPayoutActionType>,
  res: MedusaResponse
): Promise<void> => {
  const { id } = req.params
  await lookUpPayoutWorkflow(req.scope).run({ input: { id } })
  res.json({
    payout: await retrievePayout(req.scope, id, req.queryConfig.fields),
  })
}
