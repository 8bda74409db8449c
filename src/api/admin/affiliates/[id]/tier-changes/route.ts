import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { AFFILIATE_MODULE } from "../../../../../modules/affiliate"
import { RequirementFigure } from "../../../../../modules/affiliate/domain/tiers"
import type AffiliateModuleService from "../../../../../modules/affiliate/service"
import { searchFilter } from "../../../../utils/list-params"
import { plain } from "../../../../utils/plain"
import { figureAnswer } from "../../../../utils/tier-figures"
import { AdminListTierChangesParamsType } from "./validators"

interface ListedChange {
  from_tier_id?: string | null
  to_tier_id?: string | null
  figures?: RequirementFigure[]
}

/** More than a store has. */
const TIERS_MAX = 1000

/** Moves from or to a tier that is called so. */
const movesNamed = async (
  service: AffiliateModuleService,
  q: string | undefined
) => {
  if (!q) {
    return {}
  }
  const tiers = await service.listAffiliateTiers(searchFilter(q, ["name"]), {
    select: ["id"],
    withDeleted: true,
    take: TIERS_MAX,
  })
  const ids = tiers.map(({ id }) => id)
  return { $or: [{ from_tier_id: ids }, { to_tier_id: ids }] }
}

/** An affiliate's moves between tiers by tier, time, or a tier's name, latest first, with what was asked and found. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, AdminListTierChangesParamsType>,
  res: MedusaResponse
): Promise<void> => {
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const service: AffiliateModuleService = req.scope.resolve(AFFILIATE_MODULE)
  const { id } = req.params
  await service.retrieveAffiliate(id, { select: ["id"] })
  const { q, ...filters } = req.filterableFields
  const { data, metadata } = await query.graph({
    entity: "affiliate_tier_change",
    filters: {
      ...filters,
      affiliate_id: id,
      ...(await movesNamed(service, q)),
    },
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
  /** `null` = no tier; nothing where the id was not asked for. */
  const named = (id: string | null | undefined) =>
    id === undefined ? undefined : (tierOf.get(id ?? "") ?? null)
  res.json({
    tier_changes: changes.map(({ figures, ...change }) => ({
      ...change,
      from_tier: named(change.from_tier_id),
      to_tier: named(change.to_tier_id),
      figures: figures?.map(figureAnswer),
    })),
    count: metadata!.count,
    offset: metadata!.skip,
    limit: metadata!.take,
  })
}
