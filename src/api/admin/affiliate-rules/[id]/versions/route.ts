import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { plain } from "../../../../utils/plain"
import { retrieveRule } from "../../helpers"

/** Everything a rule ever said, the latest first. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
): Promise<void> => {
  const { id } = req.params
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  await retrieveRule(req.scope, id, ["id"])
  const { data, metadata } = await query.graph({
    entity: "affiliate_rule_version",
    filters: { rule_id: id },
    fields: req.queryConfig.fields,
    pagination: { ...req.queryConfig.pagination, order: { version: "DESC" } },
  })
  res.json({
    affiliate_rule_versions: plain(data),
    count: metadata!.count,
    offset: metadata!.skip,
    limit: metadata!.take,
  })
}
