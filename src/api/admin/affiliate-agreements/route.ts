import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { publishAgreementWorkflow } from "../../../workflows/agreements"
import { retrieveAgreement, withAcceptances } from "./helpers"
import {
  AdminListAgreementsParamsType,
  AdminPublishAgreementType,
} from "./validators"

/** Versions of agreements by program, version or time, the newest first; without their words. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, AdminListAgreementsParamsType>,
  res: MedusaResponse
): Promise<void> => {
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const { fields, pagination } = req.queryConfig
  const { data, metadata } = await query.graph({
    entity: "affiliate_agreement",
    filters: req.filterableFields,
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
