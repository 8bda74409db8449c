import { Context } from "@medusajs/framework/types"
import { MedusaContext } from "@medusajs/framework/utils"

import { PayoutSchedule } from "../domain/payout-batches/schedule"
import { dueRun } from "../domain/payout-batches/schedule-runs"
import { ApprovalsNeeded } from "../domain/payout-batches/states"
import { Trx } from "../ledger/transaction"
import { databaseTime } from "../sql/clock"
import { insertBatch } from "../sql/payout-batches"
import {
  currenciesWithMoney,
  lockDueSchedules,
  ScheduledProgram,
  setNextRun,
} from "../sql/payout-schedules"
import { AffiliatePayoutBatchFigures } from "./payout-batch-figures"

/** Programs that pay out by themselves. */
export class AffiliatePayoutSchedules extends AffiliatePayoutBatchFigures {
  /**
   * Makes the drafts that schedules are due for, one for each program and
   * currency, and puts the schedules on to their next run in the same
   * transaction: each run is made once, however many processes look.
   *
   * @param limit programs in one call
   * @returns the ids of the drafts, and how many programs there were
   */
  async createScheduledPayoutBatches(
    limit: number,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<{ ids: string[]; programs: number }> {
    return this.transact(async (trx) => {
      const programs = await lockDueSchedules(trx, limit)
      const ids: string[] = []
      for (const program of programs) {
        ids.push(...(await this.draftsOf_(trx, program)))
      }
      return { ids, programs: programs.length }
    }, sharedContext)
  }

  private async draftsOf_(
    trx: Trx,
    { id: program_id, schedule, next_at }: ScheduledProgram
  ): Promise<string[]> {
    const due = dueRun(schedule, next_at, await databaseTime(trx))
    if (!due) {
      return []
    }
    const wanted = schedule.currency_codes
    const currencies = (await currenciesWithMoney(trx, program_id)).filter(
      (currency_code) => !wanted || wanted.includes(currency_code)
    )
    const ids: string[] = []
    for (const currency_code of currencies) {
      const id = await insertBatch(trx, {
        program_id,
        currency_code,
        provider: schedule.provider ?? null,
        created_by: null,
        scheduled_for: due.scheduled_for,
        approvals_needed: this.approvalsOf_(schedule),
      })
      ids.push(...(id ? [id] : []))
    }
    await setNextRun(trx, program_id, due.next_at)
    return ids
  }

  /** Where the store asks for two people, no schedule does without. */
  private approvalsOf_({ start }: PayoutSchedule): 0 | ApprovalsNeeded {
    const needed = this.options_.payout_batch_approvals
    return start === "at_once" && needed === 1 ? 0 : needed
  }
}
