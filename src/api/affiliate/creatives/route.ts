import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { searchFilter } from "../../utils/list-params"
import { creativeAnswer, leadingOf } from "./helpers"
import { columnsOf } from "./query-config"
import { ListCreativesParamsType } from "./validators"

/**
 * Banners and texts of the caller's program, each with the HTML to embed. They
 * lead to the link named by `link_id`; without it to their own pages with the
 * caller's code, and where there is no code nowhere: `url` and `embed_code` are
 * `null` then.
 */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, ListCreativesParamsType>,
  res: MedusaResponse
): Promise<void> => {
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const { q, link_id, ...filters } = req.filterableFields as Omit<
    ListCreativesParamsType,
    "limit" | "offset" | "order"
  >
  const { fields } = req.queryConfig
  const leading = await leadingOf(req, link_id)
  const { data, metadata } = await query.graph({
    entity: "affiliate_creative",
    filters: {
      ...filters,
      ...searchFilter(q, ["title", "text"]),
      program_id: leading.program_id,
      archived_at: null,
    },
    ...req.queryConfig,
    fields: columnsOf(fields),
  })
  res.json({
    creatives: data.map((creative) =>
      creativeAnswer(creative, leading, fields)
    ),
    count: metadata!.count,
    offset: metadata!.skip,
    limit: metadata!.take,
  })
}
