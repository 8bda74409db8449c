import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { rejectAffiliateWorkflow } from "../../../../../workflows/affiliates"
import { retrieveAffiliate } from "../../helpers"
import { reapplyOf } from "../../reapply"
import { AdminRejectAffiliateType } from "../../validators"

/** Turns an applicant down. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminRejectAffiliateType>,
  res: MedusaResponse
): Promise<void> => {
  const { id } = req.params
  const { reason, ...reapply } = req.validatedBody
  await rejectAffiliateWorkflow(req.scope).run({
    input: { id, reason, reapply: reapplyOf(reapply) },
  })
  res.json({
    affiliate: await retrieveAffiliate(req.scope, id, req.queryConfig.fields),
  })
}
