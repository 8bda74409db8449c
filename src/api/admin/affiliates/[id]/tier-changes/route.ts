import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { AFFILIATE_MODULE } from "../../../../../modules/affiliate"
import { RequirementFigure } from "../../../../../modules/affiliate/domain/tiers"
import type AffiliateModuleService from "../../../../../modules/affiliate/service"
import { plain } from "../../../../utils/plain"
import { figureAnswer } from "../../../../utils/tier-figures"
import { AdminListTierChangesParamsType } from "./validators"

interface ListedChange {
  from_tier_id?: string | null
  to_tier_id?: string | null
  figures?: RequirementFigure[]
}

/** An affiliate's moves between tiers, latest first, with what was asked and found. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, AdminListTierChangesParamsType>,
  res: MedusaResponse
): Promise<void> => {
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const service: AffiliateModuleService = req.scope.resolve(AFFILIATE_MODULE)
  const { id } = req.params
  await service.retrieveAffiliate(id, { select: ["id"] })
  const { data, metadata } = await query.graph({
    entity: "affiliate_tier_change",
    filters: { ...req.filterableFields, affiliate_id: id },
    ...req.queryConfig,
  })
  const changes = plain(data) as unknown as ListedChange[]
  const tiers = await service.listAffiliateTiers(
    {
      id: changes.flatMap(({ from_tier_id, to_tier_id }) =>
        [from_tier_id, to_tier_id].filter((id): id is string => !!id)
      ),
    },
    // Where somebody was is told, also when the tier is gone.
    { select: ["id", "name"], withDeleted: true, take: null }
  )
  const tierOf = new Map(tiers.map(({ id, name }) => [id, { id, name }]))
  res.json({
    tier_changes: changes.map(({ figures, ...change }) => ({
      ...change,
      from_tier: tierOf.get(change.from_tier_id ?? "") ?? null,
      to_tier: tierOf.get(change.to_tier_id ?? "") ?? null,
      figures: figures?.map(figureAnswer),
    })),
    count: metadata!.count,
    offset: metadata!.skip,
    limit: metadata!.take,
  })
}
