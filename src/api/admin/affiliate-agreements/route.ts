import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { publishAgreementWorkflow } from "../../../workflows/agreements"
import { searchFilter } from "../../utils/list-params"
import { retrieveAgreement, withAcceptances } from "./helpers"
import {
  AdminListAgreementsParamsType,
  AdminPublishAgreementType,
} from "./validators"

/** Versions of agreements by program, version, time, or words in the title, the newest first; without their text. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, AdminListAgreementsParamsType>,
  res: MedusaResponse
): Promise<void> => {
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const { fields, pagination } = req.queryConfig
  const { q, ...filters } = req.filterableFields
  const { data, metadata } = await query.graph({
    entity: "affiliate_agreement",
    filters: { ...filters, ...searchFilter(q, ["title"]) },
    fields: [...new Set([...fields, "id"])],
    pagination,
  })
  res.json({
    affiliate_agreements: await withAcceptances(req.scope, data),
    count: metadata!.count,
    offset: metadata!.skip,
    limit: metadata!.take,
  })
}

/** Publishes the next version of a program's agreement. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminPublishAgreementType>,
  res: MedusaResponse
): Promise<void> => {
  const { result } = await publishAgreementWorkflow(req.scope).run({
    input: req.validatedBody,
  })
  res.json({
    affiliate_agreement: await retrieveAgreement(
      req.scope,
      result.id,
      req.queryConfig.fields
    ),
  })
}
