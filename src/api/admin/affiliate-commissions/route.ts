import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { withEntriesInOrder } from "../../utils/commission-parts"
import { searchFilter } from "../../utils/list-params"
import { AdminListCommissionsParamsType } from "./validators"

/** Commissions with lines and ledger entries, by affiliate, order, status, kind, currency, hold, time, or words. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, AdminListCommissionsParamsType>,
  res: MedusaResponse
): Promise<void> => {
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const { q, ...filters } = req.filterableFields
  const { data, metadata } = await query.graph({
    entity: "affiliate_commission",
    filters: {
      ...filters,
      ...searchFilter(
        q,
        ["affiliate.name", "affiliate.email"],
        ["order_display_id"]
      ),
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
