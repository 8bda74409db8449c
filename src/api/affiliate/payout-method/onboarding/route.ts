import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { startPayoutOnboardingWorkflow } from "../../../../workflows/payout-methods"
import { StartPayoutOnboardingType } from "../../../utils/payout-method"
import { returnAddress } from "../return-url"

/** Where the affiliate is to go to give a provider an account; what it begins with is on file from now on. */
export const POST = async (
  req: AuthenticatedMedusaRequest<StartPayoutOnboardingType>,
  res: MedusaResponse
): Promise<void> => {
  const { provider, return_url } = req.validatedBody
  const { result } = await startPayoutOnboardingWorkflow(req.scope).run({
    input: {
      affiliate_id: req.auth_context.actor_id,
      provider,
      return_url: returnAddress(req, return_url),
    },
  })
  res.json({ url: result.url })
}
