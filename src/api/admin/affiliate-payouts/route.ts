import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { requestPayoutWorkflow } from "../../../workflows/payouts"
import { searchFilter } from "../../utils/list-params"
import { retrievePayout } from "./helpers"
import { AdminCreatePayoutType, AdminListPayoutsParamsType } from "./validators"

/** Payouts by affiliate, status, currency, provider, time, or words. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, AdminListPayoutsParamsType>,
  res: MedusaResponse
): Promise<void> => {
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const { q, ...filters } = req.filterableFields
  const { data: payouts, metadata } = await query.graph({
    entity: "affiliate_payout",
    filters: {
      ...filters,
      ...searchFilter(q, ["affiliate.name", "affiliate.email"], ["display_id"]),
    },
    ...req.queryConfig,
  })
  res.json({
    payouts,
    count: metadata!.count,
    offset: metadata!.skip,
    limit: metadata!.take,
  })
}

/** Makes a payout for an affiliate who has not requested one. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminCreatePayoutType>,
  res: MedusaResponse
): Promise<void> => {
  const { result } = await requestPayoutWorkflow(req.scope).run({
    input: { ...req.validatedBody, requested_by: "merchant" },
  })
  res.json({
    payout: await retrievePayout(req.scope, result.id, req.queryConfig.fields),
  })
}
