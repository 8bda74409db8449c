import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import {
  deleteTierWorkflow,
  updateTierWorkflow,
} from "../../../../workflows/tiers"
import { retrieveTier } from "../helpers"
import { AdminUpdateTierType } from "../validators"

/** One tier. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
): Promise<void> => {
  res.json({
    affiliate_tier: await retrieveTier(
      req.scope,
      req.params.id,
      req.queryConfig.fields
    ),
  })
}

/** Changes a tier for the orders to come; it stays in its program. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminUpdateTierType>,
  res: MedusaResponse
): Promise<void> => {
  const { id } = req.params
  await updateTierWorkflow(req.scope).run({
    input: { ...req.validatedBody, id },
  })
  res.json({
    affiliate_tier: await retrieveTier(req.scope, id, req.queryConfig.fields),
  })
}

/** Deletes a tier that nobody is in. */
export const DELETE = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
): Promise<void> => {
  const { id } = req.params
  await deleteTierWorkflow(req.scope).run({ input: { id } })
  res.json({ id, object: "affiliate_tier", deleted: true })
}
