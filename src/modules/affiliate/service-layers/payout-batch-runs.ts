import { Context } from "@medusajs/framework/types"
import { MedusaContext, MedusaError } from "@medusajs/framework/utils"

import { toAmount } from "../domain/money"
import {
  BatchStatus,
  itemStatusByPayout,
} from "../domain/payout-batches/states"
import { cancelPayout, PayoutMove, requestPayout } from "../ledger/payouts"
import { LockedPayout, lockPayout } from "../ledger/payout-rows"
import { Trx } from "../ledger/transaction"
import {
  BatchItemRow,
  countAttempt,
  hasOpenItems,
  lockItem,
  moveItem,
  nextItems,
} from "../sql/payout-batch-items"
import {
  batchesToTakeUp,
  freeBatch,
  leaveBatch,
  setBatchStatus,
  takeBatch,
} from "../sql/payout-batches"
import { AffiliatePayoutBatches } from "./payout-batches"
import { notAllowed } from "./refusals"

/** How often an item may break off before it is refused. */
const ATTEMPTS_MAX = 5
const ERROR_LENGTH_MAX = 500

/** A few items of a batch, for whoever has taken it. */
export interface BatchChunk {
  status: BatchStatus
  items: BatchItemRow[]
}

const REFUSALS: unknown[] = [
  MedusaError.Types.NOT_ALLOWED,
  MedusaError.Types.INVALID_DATA,
  MedusaError.Types.NOT_FOUND,
]

/**
 * What is wrong with a request itself, not with the machines: it is not tried
 * again. By its type, because a workflow passes on copies.
 */
const isRefusal = (error: unknown): boolean =>
  typeof error === "object" &&
  error !== null &&
  "type" in error &&
  REFUSALS.includes(error.type)

const inWords = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).slice(
    0,
    ERROR_LENGTH_MAX
  )

/** How a batch is run: in chunks, by one process at a time, each item's money moved once. */
export class AffiliatePayoutBatchRuns extends AffiliatePayoutBatches {
  /** Batches that nobody works on and that are not done with. */
  async listPayoutBatchesToTakeUp(
    limit: number,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<{ id: string; status: BatchStatus }[]> {
    return this.transact((trx) => batchesToTakeUp(trx, limit), sharedContext)
  }

  /**
   * Takes a batch, or goes on with it, and the next items of it.
   *
   * @param except items that broke off in this run
   * @returns `null` = somebody else works on it, or it is not to be run
   */
  async takePayoutBatchChunk(
    input: { id: string; runner: string; limit: number; except: string[] },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<BatchChunk | null> {
    const { id, runner, limit, except } = input
    return this.transact(async (trx) => {
      const batch = await takeBatch(trx, id, runner)
      return (
        batch && {
          status: batch.status,
          items: await nextItems(trx, { batch_id: id, limit, except }),
        }
      )
    }, sharedContext)
  }

  /**
   * Lets go of a batch at the end of a run: it is finished where nothing is
   * left to do.
   *
   * @param error what kept the run from getting on
   * @returns whether it is over
   */
  async leavePayoutBatch(
    input: { id: string; runner: string; error: string | null },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<boolean> {
    return this.transact(async (trx) => {
      const { status } = await this.lockedBatch_(trx, input.id)
      await leaveBatch(trx, input)
      const open = await hasOpenItems(trx, input.id)
      if (status === "running" && !open) {
        await setBatchStatus(trx, input.id, "finished")
      }
      return !open
    }, sharedContext)
  }

  /**
   * Makes a batch be taken up at once, though whoever worked on it seems to be
   * still there.
   *
   * @throws not_found; not_allowed when there is nothing to go on with
   */
  async freePayoutBatch(
    id: string,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<{ id: string; status: BatchStatus }> {
    return this.transact(async (trx) => {
      const { status, display_id } = await this.lockedBatch_(trx, id)
      if (status === "awaiting_approval") {
        throw notAllowed(
          `Payout batch ${display_id} waits for approval: it runs when it is approved`
        )
      }
      await freeBatch(trx, id)
      return { id, status }
    }, sharedContext)
  }

  /**
   * Sets the money of one item aside: the payout and its place in the batch are
   * one transaction, by the same rules as a request. Where these have come to
   * refuse it, the item says why.
   *
   * @returns the payout of the item; `null` = it has none, and is not to be worked on
   */
  async requestPayoutBatchItem(
    id: string,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<{ payout_id: string; requested: boolean } | null> {
    try {
      return await this.transact(async (trx) => {
        const item = await lockItem(trx, id)
        if (item?.status === "requested" && item.payout_id) {
          return { payout_id: item.payout_id, requested: false }
        }
        if (item?.status !== "due") {
          return null
        }
        const payout_id = await requestPayout(
          trx,
          {
            affiliate_id: item.affiliate_id,
            currency_code: item.currency_code,
            amount: null,
            requested_by: "merchant",
            batch: {
              amount_max: toAmount(item.amount),
              provider: item.provider,
            },
          },
          this.secrets_
        )
        await moveItem(trx, id, "requested", { payout_id })
        return { payout_id, requested: true }
      }, sharedContext)
    } catch (error) {
      if (!isRefusal(error)) {
        throw error
      }
      await this.refuse_(id, inWords(error), sharedContext)
      return null
    }
  }

  /** Brings an item in line with its payout: sent, failed or canceled. */
  async settlePayoutBatchItem(
    id: string,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<void> {
    await this.transact(async (trx) => {
      const item = await lockItem(trx, id)
      if (item?.status === "requested" && item.payout_id) {
        await this.settle_(trx, item, await lockPayout(trx, item.payout_id))
      }
    }, sharedContext)
  }

  /**
   * What could not be sent after all gives its money back; what may have been
   * sent stays sent.
   *
   * @returns what became of the payout; `null` = it was not canceled
   */
  async withdrawPayoutBatchItem(
    input: { id: string; to: "refused" | "canceled"; reason: string },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<PayoutMove | null> {
    const { id, to } = input
    const reason = input.reason.slice(0, ERROR_LENGTH_MAX)
    return this.transact(async (trx) => {
      const item = await lockItem(trx, id)
      if (item?.status === "due") {
        await moveItem(trx, id, to, { reason })
        return null
      }
      if (item?.status !== "requested" || !item.payout_id) {
        return null
      }
      const payout = await lockPayout(trx, item.payout_id)
      if (payout.status !== "pending") {
        await this.settle_(trx, item, payout)
        return null
      }
      const move = await cancelPayout(trx, payout.id, {
        cancelable: ({ status }) => status === "pending",
      })
      await moveItem(trx, id, to, { reason })
      return move
    }, sharedContext)
  }

  /**
   * Notes that an item broke off.
   *
   * @returns `false` = that was the last try: it is to be withdrawn
   */
  async notePayoutBatchItemError(
    { id, error }: { id: string; error: unknown },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<boolean> {
    const attempts = await this.transact(
      (trx) => countAttempt(trx, id, inWords(error)),
      sharedContext
    )
    return attempts < ATTEMPTS_MAX && !isRefusal(error)
  }

  private async settle_(
    trx: Trx,
    item: BatchItemRow,
    payout: LockedPayout
  ): Promise<void> {
    const to = itemStatusByPayout(payout.status)
    if (to !== "requested") {
      await moveItem(trx, item.id, to)
    }
  }

  private async refuse_(
    id: string,
    reason: string,
    context: Context
  ): Promise<void> {
    await this.transact(async (trx) => {
      const item = await lockItem(trx, id)
      if (item?.status === "due") {
        await moveItem(trx, id, "refused", { reason })
      }
    }, context)
  }
}
