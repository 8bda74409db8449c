import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { createTierWorkflow } from "../../../workflows/tiers"
import { searchFilter } from "../../utils/list-params"
import { plain } from "../../utils/plain"
import { retrieveTier } from "./helpers"
import { AdminCreateTierType, AdminListTiersParamsType } from "./validators"

/** Tiers by program, time, or words in the name; by rank unless asked otherwise. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, AdminListTiersParamsType>,
  res: MedusaResponse
): Promise<void> => {
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const { q, ...filters } = req.filterableFields
  const { data, metadata } = await query.graph({
    entity: "affiliate_tier",
    filters: { ...filters, ...searchFilter(q, ["name"]) },
    ...req.queryConfig,
  })
  res.json({
    affiliate_tiers: plain(data),
    count: metadata!.count,
    offset: metadata!.skip,
    limit: metadata!.take,
  })
}

/** Makes a tier in a program. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminCreateTierType>,
  res: MedusaResponse
): Promise<void> => {
  const { result } = await createTierWorkflow(req.scope).run({
    input: req.validatedBody,
  })
  res.json({
    affiliate_tier: await retrieveTier(
      req.scope,
      result.id,
      req.queryConfig.fields
    ),
  })
}
