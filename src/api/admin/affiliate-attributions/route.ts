import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { plain } from "../../utils/plain"
import { AdminListAttributionsParamsType } from "./validators"

/** Which customers are bound to which affiliate, and until when. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, AdminListAttributionsParamsType>,
  res: MedusaResponse
): Promise<void> => {
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const { data, metadata } = await query.graph({
    entity: "affiliate_attribution",
    filters: req.filterableFields,
    ...req.queryConfig,
  })
  res.json({
    affiliate_attributions: plain(data),
    count: metadata!.count,
    offset: metadata!.skip,
    limit: metadata!.take,
  })
}
