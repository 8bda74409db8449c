import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { cancelPayoutWorkflow } from "../../../../../workflows/payouts"
import { retrieveOwnPayout } from "../../helpers"
import { CancelPayoutType } from "../../validators"

/** Takes a request back while it is pending; the money is available again. */
export const POST = async (
  req: AuthenticatedMedusaRequest<CancelPayoutType>,
  res: MedusaResponse
): Promise<void> => {
  const { id } = req.params
  const affiliate_id = req.auth_context.actor_id
  await cancelPayoutWorkflow(req.scope).run({ input: { id, affiliate_id } })
  res.json({
    payout: await retrieveOwnPayout(
      req.scope,
      id,
      affiliate_id,
      req.queryConfig.fields
    ),
  })
}
