import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { requestPayoutWorkflow } from "../../../workflows/payouts"
import { searchFilter } from "../../utils/list-params"
import { retrieveOwnPayout } from "./helpers"
import { ListPayoutsParamsType, RequestPayoutType } from "./validators"

/** The affiliate's own payouts by status, currency, time, or words in what the bank was told. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, ListPayoutsParamsType>,
  res: MedusaResponse
): Promise<void> => {
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const { q, ...filters } = req.filterableFields
  const { data: payouts, metadata } = await query.graph({
    entity: "affiliate_payout",
    filters: {
      ...filters,
      affiliate_id: req.auth_context.actor_id,
      ...searchFilter(q, ["reference", "failure_reason"], ["display_id"]),
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

/** Requests a payout, by default of all that is available. */
export const POST = async (
  req: AuthenticatedMedusaRequest<RequestPayoutType>,
  res: MedusaResponse
): Promise<void> => {
  const affiliate_id = req.auth_context.actor_id
  const { result } = await requestPayoutWorkflow(req.scope).run({
    input: { ...req.validatedBody, affiliate_id, requested_by: "affiliate" },
  })
  res.status(201).json({
    payout: await retrieveOwnPayout(
      req.scope,
      result.id,
      affiliate_id,
      req.queryConfig.fields
    ),
  })
}
