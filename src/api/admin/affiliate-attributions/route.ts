import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { searchFilter } from "../../utils/list-params"
import { plain } from "../../utils/plain"
import { AdminListAttributionsParamsType } from "./validators"

/** Which customers are bound to which affiliate, and until when; by either of them, order, time, or words. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, AdminListAttributionsParamsType>,
  res: MedusaResponse
): Promise<void> => {
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const { q, ...filters } = req.filterableFields
  const { data, metadata } = await query.graph({
    entity: "affiliate_attribution",
    filters: {
      ...filters,
      ...searchFilter(q, [
        "email_normalized",
        "order_id",
        "affiliate.name",
        "affiliate.email",
      ]),
    },
    ...req.queryConfig,
  })
  res.json({
    affiliate_attributions: plain(data),
    count: metadata!.count,
    offset: metadata!.skip,
    limit: metadata!.take,
  })
}
