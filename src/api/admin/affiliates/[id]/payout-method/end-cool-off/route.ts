import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { endCoolOffWorkflow } from "../../../../../../workflows/payout-methods"
import {
  EndCoolOffType,
  readPayoutMethod,
} from "../../../../../utils/payout-method"

/** Lets payouts go at once to an account that took another one's place. */
export const POST = async (
  req: AuthenticatedMedusaRequest<EndCoolOffType>,
  res: MedusaResponse
): Promise<void> => {
  const affiliate_id = req.params.id
  await endCoolOffWorkflow(req.scope).run({
    input: { affiliate_id, ...req.validatedBody },
  })
  const { payout_method } = await readPayoutMethod(req.scope, affiliate_id)
  res.json({ payout_method })
}
