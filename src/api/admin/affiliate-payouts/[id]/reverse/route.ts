import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { reversePayoutWorkflow } from "../../../../../workflows/payouts"
import { retrievePayout } from "../../helpers"
import { AdminReversePayoutType } from "../../validators"

/** Has the provider take back a payment that was made, or that nobody has claimed yet; the money is available again. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminReversePayoutType>,
  res: MedusaResponse
): Promise<void> => {
  const { id } = req.params
  await reversePayoutWorkflow(req.scope).run({
    input: { id, ...req.validatedBody },
  })
  res.json({
    payout: await retrievePayout(req.scope, id, req.queryConfig.fields),
  })
}
