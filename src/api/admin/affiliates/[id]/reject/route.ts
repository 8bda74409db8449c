import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { rejectAffiliateWorkflow } from "../../../../../workflows/affiliates"
import { retrieveAffiliate } from "../../helpers"
import { AdminRejectAffiliateType } from "../../validators"

/** Turns an applicant down. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminRejectAffiliateType>,
  res: MedusaResponse
): Promise<void> => {
  const { id } = req.params
  const { reason, reapply_at, reapply_days } = req.validatedBody
  await rejectAffiliateWorkflow(req.scope).run({
    input: { id, reason, reapply: reapplyOf(reapply_at, reapply_days) },
  })
  res.json({
    affiliate: await retrieveAffiliate(req.scope, id, req.queryConfig.fields),
  })
}

const reapplyOf = (at: string | null | undefined, days: number | undefined) =>
  at !== undefined ? { at } : days !== undefined ? { days } : undefined
