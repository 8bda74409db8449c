import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { approveAffiliateWorkflow } from "../../../../../workflows/affiliates"
import { retrieveAffiliate } from "../../helpers"
import { AdminAffiliateTransitionType } from "../../validators"

/** Approves an affiliate: from now on it earns. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminAffiliateTransitionType>,
  res: MedusaResponse
): Promise<void> => {
  const { id } = req.params
  const { reason } = req.validatedBody
  await approveAffiliateWorkflow(req.scope).run({ input: { id, reason } })
  res.json({
    affiliate: await retrieveAffiliate(req.scope, id, req.queryConfig.fields),
  })
}
