import { Context, InferTypeOf } from "@medusajs/framework/types"
import { MedusaContext } from "@medusajs/framework/utils"

import {
  ContractTerms,
  fixedFieldChanged,
  hasStarted,
  problemOfPeriod,
} from "../domain/contracts"
import { AffiliateContract } from "../models"
import { databaseTime } from "../sql/clock"
import { lockPeople } from "../sql/parents"
import { AffiliateAgreements } from "./agreements"
import { Undo, undoOf } from "./records"
import { invalid, notAllowed, notFound } from "./refusals"

export type ContractRecord = InferTypeOf<typeof AffiliateContract>

/** What a merchant may set of a contract; times in ISO 8601. */
export interface ContractFields {
  title: string
  /** The words agreed on. */
  terms?: string | null
  /** Percent of the base. */
  revenue_split: number
  starts_at: string
  /** Not in force from then on; `null` = for ever. */
  ends_at?: string | null
}

/** What a change has made of a contract, and what to write back to undo it. */
export interface ContractChange {
  contract: ContractRecord
  undo: Undo<ContractRecord, ContractFields>
}

/** Contracts with one affiliate alone; no two of them are in force at the same moment. */
export class AffiliateContracts extends AffiliateAgreements {
  /** @throws not_found for the affiliate; invalid_data for wrong times; not_allowed where contracts overlap */
  async addContract(
    affiliate_id: string,
    { starts_at, ends_at, ...fields }: ContractFields,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<ContractRecord> {
    return this.transact(async (trx, context) => {
      await lockPeople(trx)
      await this.affiliateOf_(affiliate_id, context)
      const contract = {
        ...fields,
        affiliate_id,
        starts_at: new Date(starts_at),
        ends_at: ends_at ? new Date(ends_at) : null,
      }
      await this.checkPeriod_(contract, null, context)
      // No order placed before is priced by it; orders are stamped by this clock too.
      const row = { ...contract, created_at: await databaseTime(trx) }
      return await this.createAffiliateContracts(row, context)
    }, sharedContext)
  }

  /**
   * @throws as `addContract`; not_found also for another affiliate's contract; not_allowed for another
   *   split or start once it has started, and of an affiliate who was erased
   */
  async changeContract(
    key: { id: string; affiliate_id: string },
    { starts_at, ends_at, ...changes }: Partial<ContractFields>,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<ContractChange> {
    return this.transact(async (trx, context) => {
      await lockPeople(trx)
      await this.affiliateOf_(key.affiliate_id, context)
      const before = await this.contractOf_(key, context)
      const update = {
        id: before.id,
        ...changes,
        ...(starts_at === undefined ? {} : { starts_at: new Date(starts_at) }),
        ...(ends_at === undefined
          ? {}
          : { ends_at: ends_at === null ? null : new Date(ends_at) }),
      }
      const after = { ...before, ...update }
      const fixed = fixedFieldChanged(before, after, await databaseTime(trx))
      if (fixed) {
        throw notAllowed(
          `Field '${fixed}' stays as it is once the contract has started: set 'ends_at', and make another`
        )
      }
      await this.checkPeriod_(after, before.id, context)
      const contract = await this.updateAffiliateContracts(update, context)
      return { contract, undo: undoOf(before, update) }
    }, sharedContext)
  }

  /** @throws not_found, also for another affiliate's contract; not_allowed once it has started */
  async removeContract(
    key: { id: string; affiliate_id: string },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<void> {
    return this.transact(async (trx, context) => {
      await lockPeople(trx)
      await this.affiliateOf_(key.affiliate_id, context)
      const contract = await this.contractOf_(key, context)
      if (hasStarted(contract, await databaseTime(trx))) {
        throw notAllowed(
          `${contract.title} has started and cannot be deleted: set 'ends_at' to end it`
        )
      }
      await this.softDeleteAffiliateContracts([contract.id], {}, context)
    }, sharedContext)
  }

  private async contractOf_(
    { id, affiliate_id }: { id: string; affiliate_id: string },
    context: Context
  ): Promise<ContractRecord> {
    const [contract] = await this.listAffiliateContracts(
      { id, affiliate_id },
      {},
      context
    )
    if (!contract) {
      throw notFound(`The affiliate ${affiliate_id} has no contract ${id}`)
    }
    return contract
  }

  private async checkPeriod_(
    contract: Pick<ContractTerms, "starts_at" | "ends_at"> & {
      affiliate_id: string
    },
    except: string | null,
    context: Context
  ): Promise<void> {
    const problem = problemOfPeriod(contract)
    if (problem) {
      throw invalid(problem)
    }
    const { affiliate_id, starts_at, ends_at } = contract
    const [other] = await this.listAffiliateContracts(
      {
        affiliate_id,
        ...(except === null ? {} : { id: { $ne: except } }),
        ...(ends_at === null ? {} : { starts_at: { $lt: ends_at } }),
        $or: [{ ends_at: null }, { ends_at: { $gt: starts_at } }],
      },
      { take: 1 },
      context
    )
    if (other) {
      throw notAllowed(
        `${other.title} (${other.id}) is in force in that time: contracts of one affiliate cannot overlap`
      )
    }
  }
}
