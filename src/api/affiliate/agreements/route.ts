import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { searchFilter } from "../../utils/list-params"
import { listAgreements } from "./helpers"
import { ListAgreementsParamsType } from "./validators"

/** The versions of the affiliate's program by version, time, or words in the title, newest first, with what was accepted and what is due. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, ListAgreementsParamsType>,
  res: MedusaResponse
): Promise<void> => {
  const { q, ...filters } = req.filterableFields
  const { agreements, due_version, metadata } = await listAgreements(
    req.scope,
    req.auth_context.actor_id,
    { ...filters, ...searchFilter(q, ["title"]) },
    req.queryConfig
  )
  res.json({
    agreements,
    due_version,
    count: metadata.count,
    offset: metadata.skip,
    limit: metadata.take,
  })
}
