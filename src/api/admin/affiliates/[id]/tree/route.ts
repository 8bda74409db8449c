import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { AFFILIATE_MODULE } from "../../../../../modules/affiliate"
import AffiliateModuleService from "../../../../../modules/affiliate/service"
import { AdminGetTreeParamsType } from "./validators"

/**
 * Who is above an affiliate, and who below, level by level and the newest first. What does not fit is left to another request for one of
 * those below: `truncated` says so, and `children_count` where.
 */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
): Promise<void> => {
  const service: AffiliateModuleService = req.scope.resolve(AFFILIATE_MODULE)
  const { depth, limit, offset } =
    req.validatedQuery as unknown as AdminGetTreeParamsType
  res.json({
    tree: await service.treeOf({ id: req.params.id, depth, limit, offset }),
  })
}
