import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { searchFilter } from "../../utils/list-params"
import { AdminListPayoutNoticesParamsType } from "./validators"

/** What payout providers' webhooks said, by provider, state, payout, affiliate, time, or words. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, AdminListPayoutNoticesParamsType>,
  res: MedusaResponse
): Promise<void> => {
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const { q, ...filters } = req.filterableFields
  const { data, metadata } = await query.graph({
    entity: "affiliate_payout_notice",
    filters: {
      ...filters,
      ...searchFilter(q, ["event_id", "idempotency_key", "says", "provider"]),
    },
    ...req.queryConfig,
  })
  res.json({
    affiliate_payout_notices: data,
    count: metadata!.count,
    offset: metadata!.skip,
    limit: metadata!.take,
  })
}
