import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { withEntriesInOrder } from "../../utils/commission-parts"
import { searchFilter } from "../../utils/list-params"
import { ListCommissionsParamsType } from "./validators"

/** What the affiliate earned, with lines and history, by status, kind, currency, time, or words, newest first. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, ListCommissionsParamsType>,
  res: MedusaResponse
): Promise<void> => {
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const { q, ...filters } = req.filterableFields
  const { data, metadata } = await query.graph({
    entity: "affiliate_commission",
    filters: {
      ...filters,
      affiliate_id: req.auth_context.actor_id,
      ...searchFilter(q, ["reason", "lines.title"], ["order_display_id"]),
    },
    ...req.queryConfig,
  })
  res.json({
    commissions: data.map(withEntriesInOrder),
    count: metadata!.count,
    offset: metadata!.skip,
    limit: metadata!.take,
  })
}
