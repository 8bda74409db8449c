import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { searchFilter } from "../../utils/list-params"
import { plain } from "../../utils/plain"
import { AdminListAffiliateOrdersParamsType } from "./validators"

/** Verdicts on orders, credited or not, by affiliate, outcome, source, time, or words. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, AdminListAffiliateOrdersParamsType>,
  res: MedusaResponse
): Promise<void> => {
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const { q, ...filters } = req.filterableFields
  const { data, metadata } = await query.graph({
    entity: "affiliate_conversion",
    filters: {
      ...filters,
      ...searchFilter(
        q,
        ["order_id", "email_normalized", "affiliate.name"],
        ["order_display_id"]
      ),
    },
    ...req.queryConfig,
  })
  res.json({
    affiliate_orders: data.map((conversion) =>
      plain({ ...conversion, canceled: Boolean(conversion.canceled_at) })
    ),
    count: metadata!.count,
    offset: metadata!.skip,
    limit: metadata!.take,
  })
}
