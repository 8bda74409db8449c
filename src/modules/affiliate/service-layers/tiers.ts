import { Context } from "@medusajs/framework/types"
import { MedusaContext } from "@medusajs/framework/utils"

import { problemOfTierValue } from "../domain/program-rules"
import { lockPeople } from "../sql/parents"
import { AffiliatePrograms } from "./programs"
import {
  AffiliateProgramRecord,
  AffiliateTierRecord,
  Undo,
  undoOf,
} from "./records"
import { invalid, notAllowed, notFound } from "./refusals"
import { TierFields, withListColumns } from "./terms-fields"

/** What a change has made of a tier, and what to write back to undo it. */
export interface TierChange {
  tier: AffiliateTierRecord
  undo: Undo<AffiliateTierRecord, TierFields>
}

/** Tiers: classes of affiliates inside a program. */
export class AffiliateTiers extends AffiliatePrograms {
  /** @throws not_found for the program, invalid_data for a value that the program's type cannot have */
  async addTier(
    program_id: string,
    fields: TierFields,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<AffiliateTierRecord> {
    return this.transact(async (trx, context) => {
      await lockPeople(trx)
      const [program] = await this.listAffiliatePrograms(
        { id: program_id },
        {},
        context
      )
      if (!program) {
        throw invalid(`Field 'program_id': there is no program ${program_id}`)
      }
      this.checkTierValue_(program, fields.commission_value)
      return await this.createAffiliateTiers(
        { ...withListColumns(fields), program_id },
        context
      )
    }, sharedContext)
  }

  /** @throws not_found; invalid_data for a value that the program's type cannot have */
  async changeTier(
    id: string,
    changes: Partial<TierFields>,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<TierChange> {
    return this.transact(async (trx, context) => {
      await lockPeople(trx)
      const before = await this.tierOf_(id, context)
      const program = await this.programOf_(before.program_id, context)
      this.checkTierValue_(program, changes.commission_value)
      const update = { id, ...withListColumns(changes) }
      const tier = await this.updateAffiliateTiers(update, context)
      return { tier, undo: undoOf(before, update) }
    }, sharedContext)
  }

  /** @throws not_allowed while affiliates are in it */
  async removeTier(
    id: string,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<void> {
    return this.transact(async (trx, context) => {
      await lockPeople(trx)
      const tier = await this.tierOf_(id, context)
      const [, affiliates] = await this.listAndCountAffiliates(
        { tier_id: id },
        { take: 1, select: ["id"] },
        context
      )
      if (affiliates > 0) {
        throw notAllowed(
          `${tier.name} has ${affiliates} affiliates: move them to another tier first`
        )
      }
      await this.softDeleteAffiliateTiers([id], {}, context)
    }, sharedContext)
  }

  private async tierOf_(
    id: string,
    context: Context
  ): Promise<AffiliateTierRecord> {
    const [tier] = await this.listAffiliateTiers({ id }, {}, context)
    if (!tier) {
      throw notFound(`There is no affiliate tier ${id}`)
    }
    return tier
  }

  private checkTierValue_(
    program: AffiliateProgramRecord,
    value?: number | null
  ): void {
    const problem = problemOfTierValue(program.commission_type, value ?? null)
    if (problem) {
      throw invalid(problem)
    }
  }
}
