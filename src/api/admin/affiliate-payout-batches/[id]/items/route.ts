import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { AFFILIATE_MODULE } from "../../../../../modules/affiliate"
import type AffiliateModuleService from "../../../../../modules/affiliate/service"
import { searchFilter } from "../../../../utils/list-params"
import { plain } from "../../../../utils/plain"
import { AdminListPayoutBatchItemsParamsType } from "../../validators"

/** Who is in the batch, and what became of each. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, AdminListPayoutBatchItemsParamsType>,
  res: MedusaResponse
): Promise<void> => {
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const service: AffiliateModuleService = req.scope.resolve(AFFILIATE_MODULE)
  const { id: batch_id } = req.params
  await service.retrieveAffiliatePayoutBatch(batch_id, { select: ["id"] })
  const { q, ...filters } = req.filterableFields
  const { data, metadata } = await query.graph({
    entity: "affiliate_payout_batch_item",
    filters: {
      ...filters,
      batch_id,
      ...searchFilter(q, ["affiliate.name", "affiliate.email"]),
    },
    ...req.queryConfig,
  })
  res.json({
    payout_batch_items: plain(data),
    count: metadata!.count,
    offset: metadata!.skip,
    limit: metadata!.take,
  })
}
