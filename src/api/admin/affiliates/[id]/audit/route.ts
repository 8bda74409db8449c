import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { listChanges } from "../../../affiliate-changes/helpers"

/** Who changed what of an affiliate, its codes, terms, money and payout details; newest first. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
): Promise<void> => {
  const { id } = req.params
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  await query.graph(
    { entity: "affiliate", fields: ["id"], filters: { id } },
    { throwIfKeyNotFound: true }
  )
  res.json(
    await listChanges(
      req.scope,
      { ...req.filterableFields, affiliate_id: id },
      req.queryConfig
    )
  )
}
