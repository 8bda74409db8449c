import { Context } from "@medusajs/framework/types"
import { MedusaContext } from "@medusajs/framework/utils"

import {
  anyToNotify,
  claimUnnotified,
  hasEmailProvider,
  lockUnannounced,
  markAnnounced,
  markNotified,
  MilestoneToNotify,
  ReachedMilestone,
  recordMilestones,
} from "../sql/milestones"
import { AffiliateOrders } from "./orders"

/** Milestones: reached once, announced once, told by e-mail once. */
export class AffiliateMilestones extends AffiliateOrders {
  /**
   * Records milestones that were reached and returns those that are new.
   *
   * @param affiliate_ids only these; `null` = everybody
   */
  async recordReachedMilestones(
    affiliate_ids: string[] | null,
    limit: number,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<ReachedMilestone[]> {
    return this.transact(
      (trx) => recordMilestones(trx, affiliate_ids, limit),
      sharedContext
    )
  }

  /**
   * Hands milestones not yet announced to `announce`; they count as announced
   * when it has succeeded.
   *
   * @returns how many
   */
  async announceMilestones(
    limit: number,
    announce: (milestones: ReachedMilestone[]) => Promise<void>,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<number> {
    return this.transact(async (trx) => {
      const milestones = await lockUnannounced(trx, limit)
      if (milestones.length) {
        await announce(milestones)
        await markAnnounced(
          trx,
          milestones.map(({ id }) => id)
        )
      }
      return milestones.length
    }, sharedContext)
  }

  /**
   * Milestones whose e-mail is due, each for one caller only.
   *
   * @returns `null` when some are due and the store has no e-mail provider;
   *   then nothing is taken
   */
  async claimMilestonesToNotify(
    limit: number,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<MilestoneToNotify[] | null> {
    return this.transact(async (trx) => {
      if (!(await anyToNotify(trx))) {
        return []
      }
      return (await hasEmailProvider(trx)) ? claimUnnotified(trx, limit) : null
    }, sharedContext)
  }

  async markMilestoneNotified(
    id: string,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<void> {
    return this.transact((trx) => markNotified(trx, id), sharedContext)
  }
}
