import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { refreshPayoutMethodWorkflow } from "../../../../../../workflows/payout-methods"
import { readPayoutMethod } from "../../../../../utils/payout-method"

/** Asks the provider how an affiliate's account is now. */
export const POST = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
): Promise<void> => {
  const affiliate_id = req.params.id
  await refreshPayoutMethodWorkflow(req.scope).run({ input: { affiliate_id } })
  res.json(await readPayoutMethod(req.scope, affiliate_id))
}
