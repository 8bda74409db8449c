import { Context } from "@medusajs/framework/types"
import { MedusaContext, MedusaError } from "@medusajs/framework/utils"

import { PayoutNotice, PayoutWebhook } from "../../../providers/types"
import { handlePaymentNotice, PayoutMove } from "../ledger/payouts"
import { Trx } from "../ledger/transaction"
import { keepAccountState, readMethodOfAccount } from "../payout-methods"
import {
  claimNotices,
  closeNotice,
  forgetOldNotices,
  isFresh,
  lockNotice,
  markNoticeFailed,
  markNoticeHandled,
  NoticeRow,
  putNoticeOff,
  readNotice,
  storeNotices,
} from "../sql/payout-notices"
import { AffiliatePayoutProviders } from "./payout-providers"

/** Notices in one webhook; services send one, or a page. */
const NOTICES_MAX = 500
const ID_LENGTH_MAX = 255
const TEXT_LENGTH_MAX = 500

/** How long an account may be unknown, in minutes, because it is only just being put on file. */
const ACCOUNT_UNKNOWN_MINUTES_MAX = 15

type AccountNotice = Extract<PayoutNotice, { type: "account" }>

/** What became of a notice when it was handled; an error is kept with it, and is no error of the caller's. */
export interface HandledNotice {
  id: string
  move: PayoutMove | null
  error: string | null
}

/** What payout providers' webhooks say: kept once, handled once, tried again after a failure, and shown when that ends. */
export class AffiliatePayoutNotices extends AffiliatePayoutProviders {
  /** @throws not_found when no such provider is loaded */
  takesPayoutWebhooks(provider: string): boolean {
    return this.hasWebhooks_(this.knownProvider_(provider))
  }

  /**
   * Verifies a webhook and keeps what it says; what is known already is left out.
   *
   * @returns the ids of the notices that wait to be handled
   * @throws not_found for an unknown provider; unauthorized for a wrong signature
   */
  async receivePayoutWebhook(
    provider: string,
    webhook: PayoutWebhook,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<string[]> {
    const notices = await this.knownProvider_(provider).parseWebhook(webhook)
    assertSound(provider, notices)
    return notices.length
      ? this.transact(
          (trx) => storeNotices(trx, provider, notices),
          sharedContext
        )
      : []
  }

  /** Notices that are due, each for one caller only. */
  async claimPayoutNotices(
    limit: number,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<string[]> {
    return this.transact((trx) => claimNotices(trx, limit), sharedContext)
  }

  /**
   * Does what follows from a notice. One that was handled changes nothing; one
   * that failed is tried again.
   *
   * @throws not_found
   */
  async handlePayoutNotice(
    id: string,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<HandledNotice> {
    try {
      return await this.tryNotice_(id, sharedContext)
    } catch (error) {
      if (isNotFound(error, id)) {
        throw error
      }
      const message = error instanceof Error ? error.message : String(error)
      await this.transact(
        (trx) => putNoticeOff(trx, id, message.slice(0, TEXT_LENGTH_MAX)),
        sharedContext
      )
      return { id, move: null, error: message }
    }
  }

  /**
   * A person has seen to what a notice says: it is done with, and nothing is moved.
   *
   * @throws not_found
   */
  async closePayoutNotice(
    { id, note }: { id: string; note: string },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<void> {
    await this.transact(async (trx) => {
      const notice = await this.locked_(trx, id)
      if (notice.state !== "handled") {
        await closeNotice(trx, id, note)
      }
    }, sharedContext)
  }

  /** Forgets some of what was handled two years ago and longer. */
  async forgetOldPayoutNotices(
    limit: number,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<void> {
    return this.transact((trx) => forgetOldNotices(trx, limit), sharedContext)
  }

  private async tryNotice_(
    id: string,
    context: Context
  ): Promise<HandledNotice> {
    const row = await this.transact((trx) => readNotice(trx, id), context)
    const { state, content } = row ?? {}
    if (row && state !== "handled" && content?.type === "account") {
      return this.handleAccount_(row, content, context)
    }
    return this.transact(async (trx) => {
      const notice = await this.locked_(trx, id)
      return notice.state !== "handled" && notice.content?.type === "payment"
        ? this.handlePayment_(trx, notice, notice.content)
        : { id, move: null, error: null }
    }, context)
  }

  private async handlePayment_(
    trx: Trx,
    { id, provider }: NoticeRow,
    content: Extract<PayoutNotice, { type: "payment" }>
  ): Promise<HandledNotice> {
    const handled = await handlePaymentNotice(trx, provider, content)
    if (handled.does === "alarm") {
      await markNoticeFailed(trx, id, handled.because, handled.concerned)
      return { id, move: null, error: handled.because }
    }
    await markNoticeHandled(trx, id, handled.outcome, handled.concerned)
    return { id, move: handled.move, error: null }
  }

  /** Notices of an account come in any order: where the provider can be asked how it is now, that counts. */
  private async handleAccount_(
    { id, provider }: NoticeRow,
    content: AccountNotice,
    context: Context
  ): Promise<HandledNotice> {
    const { account_id } = content
    const method = await this.transact(
      (trx) => readMethodOfAccount(trx, { provider, account_id }),
      context
    )
    const account = method
      ? await this.payoutProvider(provider).refreshAccount?.(
          this.openDetails_(method)
        )
      : undefined
    return this.transact(async (trx, inTransaction) => {
      const notice = await this.locked_(trx, id)
      if (notice.state === "handled") {
        return { id, move: null, error: null }
      }
      if (!method) {
        if (await isFresh(trx, id, ACCOUNT_UNKNOWN_MINUTES_MAX)) {
          throw new MedusaError(
            MedusaError.Types.NOT_FOUND,
            `No affiliate has the account ${account_id} on file yet`
          )
        }
        await markNoticeHandled(trx, id, "No affiliate has this account")
        return { id, move: null, error: null }
      }
      const { affiliate_id } = method
      const kept = await keepAccountState(
        trx,
        this.secrets_,
        method,
        account ?? content
      )
      const identity = account ? account.identity : content.identity
      if (kept && identity) {
        await this.decideIdentity(
          { ...identity, affiliate_id, provider },
          inTransaction
        )
      }
      await markNoticeHandled(
        trx,
        id,
        kept
          ? (account ?? content).state?.payouts_enabled === false
            ? "The account cannot get money"
            : "The account can get money"
          : "The affiliate has another account by now",
        { affiliate_id }
      )
      return { id, move: null, error: null }
    }, context)
  }

  private async locked_(trx: Trx, id: string): Promise<NoticeRow> {
    const notice = await lockNotice(trx, id)
    if (!notice) {
      throw new MedusaError(
        MedusaError.Types.NOT_FOUND,
        `Payout notice with id: ${id} was not found`
      )
    }
    return notice
  }
}

const isNotFound = (error: unknown, id: string): boolean =>
  error instanceof MedusaError &&
  error.type === MedusaError.Types.NOT_FOUND &&
  error.message.includes(id)

/** What a provider reads out of a webhook is kept as it says: what could not be told apart or kept is the provider's mistake. */
const assertSound = (provider: string, notices: PayoutNotice[]): void => {
  const ids = notices.map(({ event_id }) => event_id)
  const unsound =
    ids.length > NOTICES_MAX ||
    new Set(ids).size !== ids.length ||
    ids.some((id) => !id || id.length > ID_LENGTH_MAX)
  if (unsound) {
    throw new MedusaError(
      MedusaError.Types.UNEXPECTED_STATE,
      `The payout provider ${provider} reads a webhook wrongly: each of at most ${NOTICES_MAX} notices needs an event_id of its own`
    )
  }
}
