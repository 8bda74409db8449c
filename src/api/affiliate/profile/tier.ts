import { MedusaContainer } from "@medusajs/framework/types"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type AffiliateModuleService from "../../../modules/affiliate/service"
import { figureAnswer } from "../../utils/tier-figures"

/**
 * The tier that an affiliate is in, and the automatic one it works towards
 * with how far it is. Whoever is in no tier has one without id and name as
 * long as there is one to reach; `null` where there is neither.
 */
export const tierStandingOf = async (
  container: MedusaContainer,
  affiliate_id: string
) => {
  const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
  const { id, program_id, tier_id } = await service.retrieveAffiliate(
    affiliate_id,
    { select: ["id", "program_id", "tier_id"] }
  )
  const ahead = await service.tierAheadOf({ id, program_id, tier_id })
  const tiers = await service.listAffiliateTiers(
    { id: [tier_id, ahead?.id].filter((id): id is string => !!id) },
    { select: ["id", "name", "features"] }
  )
  const nameOf = (id: string) => tiers.find((tier) => tier.id === id)?.name
  const standing = tiers.find((tier) => tier.id === tier_id)
  const next = ahead && {
    id: ahead.id,
    name: nameOf(ahead.id),
    requirements: ahead.figures.map((figure) => {
      const { tier_id: _tier, ...requirement } = figureAnswer(figure)
      return requirement
    }),
  }
  return standing || next
    ? {
        id: standing?.id ?? null,
        name: standing?.name ?? null,
        features: standing?.features ?? [],
        next,
      }
    : null
}
