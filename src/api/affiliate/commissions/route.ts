import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { ListCommissionsParamsType } from "./validators"

/** What the affiliate earned, newest first. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, ListCommissionsParamsType>,
  res: MedusaResponse
): Promise<void> => {
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const { data: commissions, metadata } = await query.graph({
    entity: "affiliate_commission",
    filters: {
      ...req.filterableFields,
      affiliate_id: req.auth_context.actor_id,
    },
    ...req.queryConfig,
  })
  res.json({
    commissions,
    count: metadata!.count,
    offset: metadata!.skip,
    limit: metadata!.take,
  })
}
