import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { searchFilter } from "../../../../utils/list-params"
import { plain } from "../../../../utils/plain"
import { retrieveRule } from "../../helpers"
import { AdminListRuleVersionsParamsType } from "../../validators"

/** Everything a rule ever said, by version, time, or words in the name, the latest first. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, AdminListRuleVersionsParamsType>,
  res: MedusaResponse
): Promise<void> => {
  const { id } = req.params
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const { q, ...filters } = req.filterableFields
  await retrieveRule(req.scope, id, ["id"])
  const { data, metadata } = await query.graph({
    entity: "affiliate_rule_version",
    filters: { ...filters, rule_id: id, ...searchFilter(q, ["name"]) },
    ...req.queryConfig,
  })
  res.json({
    affiliate_rule_versions: plain(data),
    count: metadata!.count,
    offset: metadata!.skip,
    limit: metadata!.take,
  })
}
