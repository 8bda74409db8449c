import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { createAffiliateWorkflow } from "../../../workflows/affiliates"
import { searchFilter } from "../../utils/list-params"
import { affiliateAnswer, retrieveAffiliate } from "./helpers"
import {
  AdminCreateAffiliateType,
  AdminListAffiliatesParamsType,
} from "./validators"

/** Affiliates by status, program, tier, parent, customer, promotion, time, or words in name, e-mail and codes. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, AdminListAffiliatesParamsType>,
  res: MedusaResponse
): Promise<void> => {
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const { q, promotion_id, ...filters } = req.filterableFields
  const { data, metadata } = await query.graph({
    entity: "affiliate",
    filters: {
      ...filters,
      ...(promotion_id ? { codes: { promotion_id } } : {}),
      ...searchFilter(q, ["name", "email", "codes.code"]),
    },
    ...req.queryConfig,
  })
  res.json({
    affiliates: data.map(affiliateAnswer),
    count: metadata!.count,
    offset: metadata!.skip,
    limit: metadata!.take,
  })
}

/** Makes an affiliate, approved at once. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminCreateAffiliateType>,
  res: MedusaResponse
): Promise<void> => {
  const { result } = await createAffiliateWorkflow(req.scope).run({
    input: req.validatedBody,
  })
  res.json({
    affiliate: await retrieveAffiliate(
      req.scope,
      result.id,
      req.queryConfig.fields
    ),
  })
}
