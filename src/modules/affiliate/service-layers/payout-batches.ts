import { Context } from "@medusajs/framework/types"
import { MedusaContext } from "@medusajs/framework/utils"

import { Actor } from "../actor"
import { toAmount } from "../domain/money"
import { BatchSums, candidateOf } from "../domain/payout-batches/due"
import {
  BatchReport,
  DueReport,
  NamedCandidate,
} from "../domain/payout-batches/due-report"
import { isApproved, problemOfApproval } from "../domain/payout-batches/states"
import { readPayees } from "../ledger/payees"
import { Trx } from "../ledger/transaction"
import { databaseTime } from "../sql/clock"
import { cancelDueItems, insertItems } from "../sql/payout-batch-items"
import {
  BatchRow,
  deleteDraft,
  insertBatch,
  lockBatch,
  notePrepared,
  setApprovals,
  setBatchStatus,
} from "../sql/payout-batches"
import { AffiliatePayoutNotices } from "./payout-notices"
import { notAllowed, notFound } from "./refusals"

/** Affiliates looked at in one transaction. */
const PAGE = 500

export interface BatchInput {
  /** `null` = of all programs. */
  program_id: string | null
  /** In lower case. */
  currency_code: string
  /** `null` = whatever is on file. */
  provider: string | null
}

/** Payouts that are made together: who is due, and who says yes. */
export class AffiliatePayoutBatches extends AffiliatePayoutNotices {
  /**
   * Who is due at this moment, and who is not and why. Writes nothing.
   *
   * @throws invalid_data for a provider that is not loaded; not_allowed without the encryption key
   */
  async previewPayoutBatch(
    input: BatchInput,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<DueReport> {
    this.checkScope_(input)
    const report = new BatchReport()
    let after: string | null = ""
    while (after !== null) {
      const from: string = after
      const page = await this.transact(
        (trx) => this.candidates_(trx, input, from),
        sharedContext
      )
      report.add(page.candidates)
      after = page.next
    }
    return report.done()
  }

  /**
   * Makes a draft for {@link preparePayoutBatch} to fill.
   *
   * @throws as `previewPayoutBatch`
   */
  async createPayoutBatch(
    { created_by, ...input }: BatchInput & { created_by: string },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<{ id: string }> {
    this.checkScope_(input)
    return this.transact(async (trx) => {
      const id = await insertBatch(trx, {
        ...input,
        created_by,
        scheduled_for: null,
        approvals_needed: this.options_.payout_batch_approvals,
      })
      return { id: id! }
    }, sharedContext)
  }

  /** Takes back a draft that came to nothing. */
  async deletePayoutBatchDraft(
    id: string,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<void> {
    await this.transact((trx) => deleteDraft(trx, id), sharedContext)
  }

  /**
   * Writes down who is due, page by page; begun anew, it goes on where it
   * stopped. Then the batch waits to be approved, or is approved where its
   * schedule asks for nobody's word. One that nobody is due in is finished.
   *
   * @param options.keep_empty_draft one that nobody is due in stays a draft
   * @returns what this call has looked at
   * @throws not_found
   */
  async preparePayoutBatch(
    id: string,
    options: { keep_empty_draft?: boolean } = {},
    @MedusaContext() sharedContext: Context = {}
  ): Promise<DueReport> {
    const report = new BatchReport()
    for (let more = true; more;) {
      more = await this.transact(
        (trx) => this.preparePage_(trx, id, report, options),
        sharedContext
      )
    }
    return report.done()
  }

  /**
   * Somebody's word that a batch may run. Said again by the same person, it
   * changes nothing.
   *
   * @returns whether the batch may run now
   * @throws not_found; not_allowed, saying why
   */
  async approvePayoutBatch(
    { id, by }: { id: string; by: Actor },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<{ id: string; approved: boolean }> {
    return this.transact(async (trx) => {
      const batch = await this.lockedBatch_(trx, id)
      if (
        ["approved", "running", "finished"].includes(batch.status) &&
        batch.approvals.some((approval) => approval.by === by.id)
      ) {
        return { id, approved: batch.status !== "finished" }
      }
      if (batch.status !== "awaiting_approval") {
        throw notAllowed(
          `Payout batch ${batch.display_id} is ${batch.status}: only one that waits for approval can be approved`
        )
      }
      const needed = batch.approvals_needed || 1
      const problem = problemOfApproval(batch, by, needed)
      if (problem) {
        throw notAllowed(problem)
      }
      const at = (await databaseTime(trx)).toISOString()
      const approvals = batch.approvals.some(
        (approval) => approval.by === by.id
      )
        ? batch.approvals
        : [...batch.approvals, { by: by.id, at }]
      await setApprovals(trx, id, approvals)
      const approved = isApproved({ ...batch, approvals }, needed)
      if (approved) {
        await setBatchStatus(trx, id, "approved")
      }
      return { id, approved }
    }, sharedContext)
  }

  /**
   * Ends a batch: whoever has not been begun with is taken out of it. What is
   * under way is settled by who runs it: pending payouts are canceled, money
   * that may have been sent stays sent.
   *
   * @throws not_found; not_allowed when it is over
   */
  async cancelPayoutBatch(
    id: string,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<void> {
    await this.transact(async (trx) => {
      const batch = await this.lockedBatch_(trx, id)
      if (batch.status === "canceled") {
        return
      }
      if (batch.status === "finished") {
        throw notAllowed(
          `Payout batch ${batch.display_id} is finished and cannot be canceled: cancel its payouts one by one`
        )
      }
      await setBatchStatus(trx, id, "canceled")
      await cancelDueItems(trx, id)
    }, sharedContext)
  }

  /** @throws not_found */
  protected async lockedBatch_(trx: Trx, id: string): Promise<BatchRow> {
    const batch = await lockBatch(trx, id)
    if (!batch) {
      throw notFound(`Payout batch with id: ${id} was not found`)
    }
    return batch
  }

  /** What makes every payout of a batch fail is said before it is made. */
  private checkScope_({ provider }: BatchInput): void {
    this.secrets_.assertReady()
    if (provider !== null) {
      this.payoutProvider(provider)
    }
  }

  private async candidates_(
    trx: Trx,
    { program_id, currency_code, provider }: BatchInput,
    after: string
  ): Promise<{ candidates: NamedCandidate[]; next: string | null }> {
    const payees = await readPayees(trx, {
      program_id,
      currency_code,
      after,
      limit: PAGE,
    })
    const loaded = this.listPayoutProviderIds()
    return {
      candidates: payees.map((payee) => ({
        ...candidateOf(payee, { currency_code, provider, loaded }),
        payee,
      })),
      next: payees.length < PAGE ? null : payees[PAGE - 1].affiliate_id,
    }
  }

  /** @returns whether there is more to look at */
  private async preparePage_(
    trx: Trx,
    id: string,
    report: BatchReport,
    { keep_empty_draft = false }: { keep_empty_draft?: boolean }
  ): Promise<boolean> {
    const batch = await this.lockedBatch_(trx, id)
    if (batch.status !== "draft") {
      return false
    }
    const { candidates, next } = await this.candidates_(
      trx,
      batch,
      batch.prepared_after
    )
    const due = candidates.flatMap((candidate) =>
      candidate.due
        ? [{ ...candidate, affiliate_id: candidate.payee.affiliate_id }]
        : []
    )
    await insertItems(trx, id, due)
    const page = new BatchSums()
    page.add(candidates)
    const totals = page.totals()
    await notePrepared(trx, id, {
      after: next ?? batch.prepared_after,
      count: totals.count,
      amount: toAmount(totals.amount),
      not_due_count: totals.not_due_count,
      not_due_amount: toAmount(totals.not_due_amount),
    })
    const empty = batch.item_count + totals.count === 0
    if (next === null && !(empty && keep_empty_draft)) {
      await setBatchStatus(
        trx,
        id,
        empty
          ? "finished"
          : batch.approvals_needed === 0
            ? "approved"
            : "awaiting_approval"
      )
    }
    report.add(candidates)
    return next !== null
  }
}
