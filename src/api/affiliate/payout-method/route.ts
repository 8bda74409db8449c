import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { savePayoutMethodWorkflow } from "../../../workflows/payout-methods"
import {
  readPayoutMethod,
  SavePayoutMethodType,
} from "../../utils/payout-method"

/** The affiliate's payout method, masked, and what the store's providers ask for. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
): Promise<void> => {
  res.json(await readPayoutMethod(req.scope, req.auth_context.actor_id))
}

/** Puts a payout method on file in place of the one before. */
export const POST = async (
  req: AuthenticatedMedusaRequest<SavePayoutMethodType>,
  res: MedusaResponse
): Promise<void> => {
  const { result } = await savePayoutMethodWorkflow(req.scope).run({
    input: { ...req.validatedBody, affiliate_id: req.auth_context.actor_id },
  })
  res.json({ payout_method: result })
}
