import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { searchFilter } from "../../utils/list-params"
import { ListTaxDocumentsParamsType } from "./validators"

/**
 * The papers of the caller's paid payouts by kind, year, number and time. Each is fetched with its payout:
 * `GET /affiliate/payouts/:id/document`. One that nobody asked for is issued in the night after the payment.
 */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, ListTaxDocumentsParamsType>,
  res: MedusaResponse
): Promise<void> => {
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const { q, ...filters } = req.filterableFields
  const { data: tax_documents, metadata } = await query.graph({
    entity: "affiliate_tax_document",
    filters: {
      ...filters,
      affiliate_id: req.auth_context.actor_id,
      ...searchFilter(q, ["number"]),
    },
    ...req.queryConfig,
  })
  res.json({
    tax_documents,
    count: metadata!.count,
    offset: metadata!.skip,
    limit: metadata!.take,
  })
}
