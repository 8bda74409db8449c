import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import {
  deleteAffiliateWorkflow,
  updateAffiliateWorkflow,
} from "../../../../workflows/affiliates"
import { retrieveAffiliate } from "../helpers"
import { AdminUpdateAffiliateType } from "../validators"

/** One affiliate with balances, codes, parent, payout method and milestones. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
): Promise<void> => {
  res.json({
    affiliate: await retrieveAffiliate(
      req.scope,
      req.params.id,
      req.queryConfig.fields
    ),
  })
}

/** Changes an affiliate; what is left out stays, `null` takes it off. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminUpdateAffiliateType>,
  res: MedusaResponse
): Promise<void> => {
  const { id } = req.params
  await updateAffiliateWorkflow(req.scope).run({
    input: { ...req.validatedBody, id },
  })
  res.json({
    affiliate: await retrieveAffiliate(req.scope, id, req.queryConfig.fields),
  })
}

/** Deletes an affiliate who never earned; others are suspended instead. */
export const DELETE = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
): Promise<void> => {
  const { id } = req.params
  await deleteAffiliateWorkflow(req.scope).run({ input: { id } })
  res.json({ id, object: "affiliate", deleted: true })
}
