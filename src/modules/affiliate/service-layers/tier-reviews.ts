import { Context } from "@medusajs/framework/types"
import { MedusaContext } from "@medusajs/framework/utils"

import {
  figuresOf,
  measuresOf,
  RankedTier,
  RequirementFigure,
  TierFigures,
  tierAbove,
  tierToBeIn,
} from "../domain/tiers"
import { Trx } from "../ledger/transaction"
import { hasEmailProvider } from "../sql/milestones"
import { lockPeople } from "../sql/parents"
import { readTierFigures } from "../sql/tier-figures"
import {
  anyChangeToNotify,
  claimUnnotifiedChanges,
  lockUnannouncedChanges,
  markChangeNotified,
  markChangesAnnounced,
  TierChangeToAnnounce,
  TierChangeToNotify,
} from "../sql/tier-news"
import {
  affiliatesToReview,
  moveAffiliates,
  programsToReview,
  readRankedTiers,
  TierMove,
} from "../sql/tier-reviews"
import { AffiliateMilestones } from "./milestones"

/** How often a page is reviewed anew because its tiers were changed meanwhile. */
const READS_MAX = 3

/** One page of a program's affiliates, held against the tiers. */
export interface TierReviewPage {
  reviewed: number
  /** Where the next page begins; `null` = this was the last. */
  after: string | null
  /** Who moved, or would. */
  moves: TierMove[]
}

export interface TierReviewInput {
  program_id: string
  after: string
  limit: number
  /** Only says who would move. */
  dry_run: boolean
}

interface Plan extends TierReviewPage {
  tiers: RankedTier[]
}

/** The tier that an affiliate works towards, and how far it is. */
export interface TierAhead {
  id: string
  figures: RequirementFigure[]
}

/** Tiers that affiliates enter and leave by their figures. */
export class AffiliateTierReviews extends AffiliateMilestones {
  /** Ids of the active programs with automatic tiers; all, or the one named if it is one of them. */
  async listProgramsToReview(
    program_id: string | null,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<string[]> {
    return this.transact(
      (trx) => programsToReview(trx, program_id),
      sharedContext
    )
  }

  /**
   * Reviews one page of a program's affiliates. Figures are read without a
   * lock; who moves is then moved under the lock of all that changes people
   * and terms, if still where the review found them. Of several reviews at
   * once each affiliate is therefore moved by one.
   */
  async reviewTiers(
    input: TierReviewInput,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<TierReviewPage> {
    for (let read = 1; ; read++) {
      const { tiers, ...page } = await this.transact(
        (trx) => this.planTiers_(trx, input),
        sharedContext
      )
      if (input.dry_run || !page.moves.length) {
        return page
      }
      const moved = await this.transact(async (trx) => {
        await lockPeople(trx)
        const now = await readRankedTiers(trx, input.program_id)
        return JSON.stringify(now) === JSON.stringify(tiers)
          ? await moveAffiliates(trx, input.program_id, page.moves)
          : null
      }, sharedContext)
      if (moved || read === READS_MAX) {
        const ids = new Set(moved)
        return {
          ...page,
          moves: page.moves.filter((move) => ids.has(move.affiliate_id)),
        }
      }
    }
  }

  /** How far an affiliate is on its way to the next automatic tier; `null` when there is none. */
  async tierAheadOf(
    affiliate: { id: string; program_id: string; tier_id: string | null },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<TierAhead | null> {
    return this.transact(async (trx) => {
      const tiers = await readRankedTiers(trx, affiliate.program_id)
      const ahead = tierAbove(affiliate.tier_id, tiers)
      if (!ahead) {
        return null
      }
      const figures = await readTierFigures(trx, {
        program_id: affiliate.program_id,
        affiliate_ids: [affiliate.id],
        measures: measuresOf([ahead]),
      })
      return {
        id: ahead.id,
        figures: figuresOf(ahead, figures.get(affiliate.id) ?? new Map()),
      }
    }, sharedContext)
  }

  /**
   * Hands changes of tier not yet announced to `announce`; they count as
   * announced when it has succeeded.
   *
   * @returns how many
   */
  async announceTierChanges(
    limit: number,
    announce: (changes: TierChangeToAnnounce[]) => Promise<void>,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<number> {
    return this.transact(async (trx) => {
      const changes = await lockUnannouncedChanges(trx, limit)
      if (changes.length) {
        await announce(changes)
        await markChangesAnnounced(
          trx,
          changes.map(({ id }) => id)
        )
      }
      return changes.length
    }, sharedContext)
  }

  /**
   * Changes of tier whose e-mail is due, each for one caller only.
   *
   * @returns `null` when some are due and the store has no e-mail provider;
   *   then nothing is taken
   */
  async claimTierChangesToNotify(
    limit: number,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<TierChangeToNotify[] | null> {
    return this.transact(async (trx) => {
      if (!(await anyChangeToNotify(trx))) {
        return []
      }
      return (await hasEmailProvider(trx))
        ? claimUnnotifiedChanges(trx, limit)
        : null
    }, sharedContext)
  }

  async markTierChangeNotified(
    id: string,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<void> {
    return this.transact((trx) => markChangeNotified(trx, id), sharedContext)
  }

  private async planTiers_(
    trx: Trx,
    { program_id, after, limit }: TierReviewInput
  ): Promise<Plan> {
    const tiers = await readRankedTiers(trx, program_id)
    const automatic = tiers.filter(({ auto }) => auto)
    const affiliates = await affiliatesToReview(trx, {
      program_id,
      tier_ids: automatic.map(({ id }) => id),
      after,
      limit,
    })
    const figures = await readTierFigures(trx, {
      program_id,
      affiliate_ids: affiliates.map(({ id }) => id),
      measures: measuresOf(automatic),
    })
    return {
      tiers,
      reviewed: affiliates.length,
      after: affiliates.length < limit ? null : affiliates[limit - 1].id,
      moves: affiliates.flatMap(({ id, tier_id }) => {
        const found: TierFigures = figures.get(id) ?? new Map()
        const to_tier_id = tierToBeIn(tier_id, tiers, found)
        const asked = automatic.filter(
          (tier) => tier.id === tier_id || tier.id === to_tier_id
        )
        return to_tier_id === tier_id
          ? []
          : {
              affiliate_id: id,
              from_tier_id: tier_id,
              to_tier_id,
              figures: asked.flatMap((tier) => figuresOf(tier, found)),
            }
      }),
    }
  }
}
