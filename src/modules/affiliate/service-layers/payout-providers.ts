import { Context } from "@medusajs/framework/types"
import { MedusaContext, MedusaError } from "@medusajs/framework/utils"

import {
  AbstractPayoutProvider,
  PayoutProviderCheck,
} from "../../../providers/types"
import {
  lockPayout,
  PayoutMove,
  recordPayout,
  returnPayout,
} from "../ledger/payouts"
import {
  askSoon,
  Attempt,
  claimLookUps,
  LookedUp,
  putLookUpOff,
  raiseMissingProviders,
  releaseLookUps,
} from "../sql/look-ups"
import { AffiliateCreatives } from "./creatives"
import { PaymentToSend } from "./payouts"

/** What a payout provider of the store can do. */
export interface PayoutProviderFacts {
  id: string
  transferred_by: AbstractPayoutProvider["transferred_by"]
  has_webhooks: boolean
  has_onboarding: boolean
  can_reverse: boolean
  can_recall: boolean
  can_check: boolean
}

const ERROR_LENGTH_MAX = 500

/** What is asked of payout providers beside sending: look-ups, taking back, a try of the store's own keys. */
export class AffiliatePayoutProviders extends AffiliateCreatives {
  describePayoutRails(): PayoutProviderFacts[] {
    return this.listPayoutProviderIds().map((id) => {
      const provider = this.payoutProvider(id)
      return {
        id,
        transferred_by: provider.transferred_by,
        has_webhooks: this.hasWebhooks_(provider),
        has_onboarding: !!provider.startOnboarding,
        can_reverse: !!provider.reverse,
        can_recall: !!provider.recall,
        can_check: !!provider.check,
      }
    })
  }

  /**
   * Tries a provider's keys, without moving money. What is wrong with them is
   * an answer, not an error.
   *
   * @throws not_found for an unknown provider; not_allowed for one that cannot be tried
   */
  async checkPayoutProvider(id: string): Promise<PayoutProviderCheck> {
    const provider = this.knownProvider_(id)
    if (!provider.check) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `The payout provider ${id} has nothing that could be tried`
      )
    }
    try {
      return await provider.check()
    } catch (error) {
      return {
        ok: false,
        message: error instanceof Error ? error.message : String(error),
        facts: {},
      }
    }
  }

  /**
   * Has the provider take back a payment that was made, or call back one under
   * way that nobody has claimed; called outside any transaction, then recorded.
   *
   * @returns the move; unchanged while the money is still on its way back
   * @throws not_found; not_allowed when it is neither paid nor under way, or its provider cannot; whatever the provider
   *         throws: nothing is certain then, and a payout under way is asked about soon
   */
  async reversePayout(
    { id, reason }: { id: string; reason: string },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<PayoutMove> {
    const payment = await this.transact(
      (trx) => this.readPayment(trx, id, ["paid", "processing"]),
      sharedContext
    )
    return payment.status === "processing"
      ? this.recall_(payment, reason, sharedContext)
      : this.takeBack_(payment, reason, sharedContext)
  }

  /** Its money was not booked as paid: the payout has failed, as where the provider says so itself. */
  private async recall_(
    { provider, input }: PaymentToSend,
    reason: string,
    sharedContext: Context
  ): Promise<PayoutMove> {
    const service = this.payoutProvider(provider)
    if (!service.recall) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `The payout provider ${provider} cannot call back payments that are under way`
      )
    }
    const { payout_id: id, idempotency_key } = input
    await this.transact(
      (trx) => askSoon(trx, { id, idempotency_key }),
      sharedContext
    )
    const answer = await service.recall(input, reason)
    return this.transact(
      (trx) =>
        recordPayout(trx, {
          id,
          idempotency_key,
          ...(answer.status === "returned"
            ? { status: "failed", reason: answer.reason }
            : { status: "processing" }),
        }),
      sharedContext
    )
  }

  private async takeBack_(
    { provider, input }: PaymentToSend,
    reason: string,
    sharedContext: Context
  ): Promise<PayoutMove> {
    const service = this.payoutProvider(provider)
    if (!service.reverse) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `The payout provider ${provider} cannot take payments back`
      )
    }
    const { payout_id: id } = input
    const answer = await service.reverse(input, reason)
    return this.transact(async (trx) => {
      const payout = await lockPayout(trx, id)
      const { affiliate_id, status, idempotency_key } = payout
      if (
        answer.status === "processing" ||
        idempotency_key !== input.idempotency_key
      ) {
        return { id, affiliate_id, status, changed: false }
      }
      return returnPayout(trx, payout, {
        returned: null,
        reason: answer.reason,
      })
    }, sharedContext)
  }

  /** Attempts under way at one provider that are due to be asked about, each for one caller only. */
  async claimLookUps(
    input: { provider: string; limit: number },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<Attempt[]> {
    return this.transact((trx) => claimLookUps(trx, input), sharedContext)
  }

  /**
   * Says of payouts under way that nobody can be asked about them, where their provider is not loaded.
   *
   * @returns the providers that are missing
   */
  async raiseMissingProviders(
    { limit }: { limit: number },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<string[]> {
    return this.transact(
      (trx) =>
        raiseMissingProviders(trx, {
          loaded: this.listPayoutProviderIds(),
          limit,
        }),
      sharedContext
    )
  }

  /** After a look-up that settled nothing. */
  async putLookUpOff(
    { error, ...attempt }: LookedUp,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<void> {
    return this.transact(
      (trx) =>
        putLookUpOff(trx, {
          ...attempt,
          error: error?.slice(0, ERROR_LENGTH_MAX) ?? null,
        }),
      sharedContext
    )
  }

  /** Gives back what was claimed and not asked about. */
  async releaseLookUps(
    ids: string[],
    @MedusaContext() sharedContext: Context = {}
  ): Promise<void> {
    return this.transact((trx) => releaseLookUps(trx, ids), sharedContext)
  }

  protected hasWebhooks_(provider: AbstractPayoutProvider): boolean {
    return (
      provider.parseWebhook !== AbstractPayoutProvider.prototype.parseWebhook
    )
  }

  /** @throws not_found where `payoutProvider` finds the field of a body wrong */
  protected knownProvider_(id: string): AbstractPayoutProvider {
    if (!this.listPayoutProviderIds().includes(id)) {
      throw new MedusaError(
        MedusaError.Types.NOT_FOUND,
        `There is no payout provider ${id}`
      )
    }
    return this.payoutProvider(id)
  }
}
