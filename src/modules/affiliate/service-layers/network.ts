import { Context } from "@medusajs/framework/types"
import { MedusaContext } from "@medusajs/framework/utils"

import { shortName } from "../domain/joining/short-name"
import { ProgramLevel } from "../domain/terms"
import { fromJsonColumn } from "../models/json-list"
import {
  DescendantsWanted,
  readDescendants,
  readLineage,
  TreeNode,
} from "../sql/network"
import {
  countReferrals,
  readReferrals,
  Referral,
  ReferralColumn,
  ReferralsOf,
} from "../sql/referrals"
import { AffiliateImports } from "./imports"
import { notFound } from "./refusals"

/** Where somebody stands in the tree of parents. */
export interface AffiliateTree {
  affiliate: TreeNode
  /** Nearest first. */
  ancestors: TreeNode[]
  /** Level by level, the newest first. */
  descendants: TreeNode[]
  /** Whether there are more below: ask again for one of them. */
  truncated: boolean
}

const DIRECT_LEVEL = 2

/** The tree of parents, as the merchant and as an affiliate may see it. */
export class AffiliateNetwork extends AffiliateImports {
  /**
   * @param input.limit descendants at most
   * @throws not_found
   */
  async treeOf(
    input: DescendantsWanted,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<AffiliateTree> {
    return this.transact(async (trx) => {
      const [affiliate, ...ancestors] = await readLineage(trx, input.id)
      if (!affiliate) {
        throw notFound(`There is no affiliate ${input.id}`)
      }
      const below =
        input.depth < 1
          ? []
          : await readDescendants(trx, {
              ...input,
              limit: input.limit + 1,
            })
      const descendants = below.slice(0, input.limit)
      return {
        affiliate,
        ancestors,
        descendants,
        truncated:
          below.length > input.limit ||
          (input.depth < 1 && affiliate.children_count > 0) ||
          descendants.some(
            ({ depth, children_count }) =>
              depth === input.depth && children_count > 0
          ),
      }
    }, sharedContext)
  }

  /**
   * Those below an affiliate, as far down as its program pays it, and what they brought it; nothing of them
   * that is theirs alone.
   */
  async listReferrals(
    {
      id,
      filters,
      ...page
    }: Omit<ReferralsOf, "level_max"> & {
      order: { column: ReferralColumn; descending: boolean }
      limit: number
      offset: number
    },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<{ referrals: Referral[]; count: number }> {
    return this.transact(async (trx, context) => {
      const { program_id } = await this.affiliateOf_(id, context)
      const program = await this.programOf_(program_id, context)
      const levels = fromJsonColumn<ProgramLevel>(program.levels)
      const level_max = Math.max(
        DIRECT_LEVEL,
        ...levels.map(({ level }) => level)
      )
      const of = { id, level_max, filters }
      const referrals = await readReferrals(trx, { ...of, ...page })
      return {
        referrals: referrals.map((referral) => ({
          ...referral,
          name: shortName(referral.name),
        })),
        count: await countReferrals(trx, of),
      }
    }, sharedContext)
  }
}
