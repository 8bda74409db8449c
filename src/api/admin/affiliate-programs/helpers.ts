import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type AffiliateModuleService from "../../../modules/affiliate/service"
import { plain } from "../../utils/plain"

interface RankedTier {
  rank?: number
}

/** A program as the routes answer it: plain numbers, tiers by rank. */
export const programAnswer = <Program extends { tiers?: RankedTier[] | null }>(
  program: Program
): Program =>
  plain(
    program.tiers
      ? {
          ...program,
          tiers: [...program.tiers].sort(
            (a, b) => (a.rank ?? 0) - (b.rank ?? 0)
          ),
        }
      : program
  )

/**
 * A program with its tiers and the number of its affiliates.
 *
 * @throws not_found
 */
export const retrieveProgram = async (
  container: MedusaContainer,
  id: string,
  fields: string[]
) => {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
  const {
    data: [program],
  } = await query.graph(
    { entity: "affiliate_program", fields, filters: { id } },
    { throwIfKeyNotFound: true }
  )
  const [, affiliates_count] = await service.listAndCountAffiliates(
    { program_id: id },
    { take: 1, select: ["id"] }
  )
  return { ...programAnswer(program), affiliates_count }
}
