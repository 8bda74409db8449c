import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { reinstateAffiliateWorkflow } from "../../../../../workflows/affiliates"
import { retrieveAffiliate } from "../../helpers"
import { AdminAffiliateTransitionType } from "../../validators"

/** Takes a suspension back. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminAffiliateTransitionType>,
  res: MedusaResponse
): Promise<void> => {
  const { id } = req.params
  const { reason } = req.validatedBody
  await reinstateAffiliateWorkflow(req.scope).run({ input: { id, reason } })
  res.json({
    affiliate: await retrieveAffiliate(req.scope, id, req.queryConfig.fields),
  })
}
