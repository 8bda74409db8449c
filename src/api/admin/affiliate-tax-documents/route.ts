import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { searchFilter } from "../../utils/list-params"
import { AdminListTaxDocumentsParamsType } from "./validators"

/**
 * The papers of payouts and what corrects them, by affiliate, payout, kind, year, number and time. Each is fetched with its
 * payout: `GET /admin/affiliate-payouts/:id/document?document_id=…`.
 */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, AdminListTaxDocumentsParamsType>,
  res: MedusaResponse
): Promise<void> => {
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const { q, ...filters } = req.filterableFields
  const { data: tax_documents, metadata } = await query.graph({
    entity: "affiliate_tax_document",
    filters: { ...filters, ...searchFilter(q, ["number"]) },
    ...req.queryConfig,
  })
  res.json({
    tax_documents,
    count: metadata!.count,
    offset: metadata!.skip,
    limit: metadata!.take,
  })
}
