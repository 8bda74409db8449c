import { BigNumberInput, Context } from "@medusajs/framework/types"
import { MedusaContext, MedusaError } from "@medusajs/framework/utils"

import {
  PayoutAccountDetails,
  SendPayoutInput,
  StartedPayment,
} from "../../../providers/types"
import { toAmount } from "../domain/money"
import {
  assertAccountReady,
  PayoutToSend,
  readPayoutsToSend,
} from "../ledger/payout-sending"
import {
  cancelPayout,
  LockedPayout,
  markPayoutPaid,
  PayoutMove,
  PayoutRecord,
  PayoutRequest,
  PayoutStatus,
  recordPayout,
  requestPayout,
  retryPayout,
  startPayout,
} from "../ledger/payouts"
import { Trx } from "../ledger/transaction"
import { PayoutSummary, summarizePayouts } from "../sql/payout-summary"
import { AffiliateAudit } from "./audit"

export type RequestPayoutInput = Omit<PayoutRequest, "amount"> & {
  /** Major units; without it all that is available. */
  amount?: BigNumberInput | null
}

/** A payment as its provider is told of it, and where the books have it. */
export interface PaymentToSend {
  provider: string
  status: PayoutStatus
  input: StartedPayment
}

/** The same at every call with the same key, whatever became known since. */
const asSent = ({
  reference: _reference,
  started_at: _started_at,
  ...input
}: StartedPayment): SendPayoutInput => input

/** Money going out. Each method is one transaction; providers are called outside any. */
export class AffiliatePayouts extends AffiliateAudit {
  /**
   * Sets an affiliate's money aside for a payout.
   *
   * @throws not_found for an unknown affiliate; not_allowed, saying why
   */
  async requestPayout(
    { amount, ...request }: RequestPayoutInput,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<{ id: string }> {
    const wanted =
      amount === undefined || amount === null ? null : toAmount(amount)
    const id = await this.transact(
      (trx) =>
        requestPayout(trx, { ...request, amount: wanted }, this.secrets_),
      sharedContext
    )
    return { id }
  }

  /**
   * Gives the money of a payout back that has not been sent: a pending one, and
   * for the merchant also one that a person was about to transfer.
   *
   * @param affiliate_id when the affiliate asks; another's payout is not found
   * @throws not_found, not_allowed
   */
  async cancelPayout(
    { id, affiliate_id }: { id: string; affiliate_id?: string },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<PayoutMove> {
    const cancelable = ({ status, provider }: LockedPayout): boolean =>
      status === "pending" ||
      (status === "processing" &&
        !affiliate_id &&
        this.isTransferredByPerson(provider))
    return this.transact(
      (trx) => cancelPayout(trx, id, { cancelable, affiliate_id }),
      sharedContext
    )
  }

  /**
   * Moves a pending payout to processing: the first of the three steps of
   * sending. Refused, and nothing changed, where it could not be sent anyway
   * or its account cannot get money at the moment.
   *
   * @throws not_found, not_allowed
   */
  async startPayout(
    id: string,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<PayoutMove> {
    return this.transact(async (trx) => {
      const move = await startPayout(trx, id)
      await assertAccountReady(trx, id)
      await this.readPayment(trx, id)
      return move
    }, sharedContext)
  }

  /**
   * Moves a failed payout to processing under a new key, if its money is still
   * available.
   *
   * @throws not_found, not_allowed
   */
  async retryPayout(
    id: string,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<PayoutMove> {
    return this.transact(async (trx) => {
      const move = await retryPayout(trx, id, this.secrets_)
      await this.readPayment(trx, id)
      return move
    }, sharedContext)
  }

  /**
   * Tells the provider to send a processing payout: the second of the three
   * steps, outside any transaction.
   *
   * @returns what is certain, to be recorded
   * @throws whatever the provider throws: nothing is certain then
   */
  async sendPayout(
    id: string,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<PayoutRecord> {
    const { provider, input } = await this.transact(
      (trx) => this.readPayment(trx, id, ["processing"]),
      sharedContext
    )
    const result = await this.payoutProvider(provider).send(asSent(input))
    return { ...result, id, idempotency_key: input.idempotency_key }
  }

  /**
   * Asks the provider what became of a processing payout; one that it never
   * heard of is sent under the same key.
   *
   * @returns what is certain, to be recorded
   * @throws not_allowed when it is not processing; whatever the provider throws
   */
  async lookUpPayout(
    id: string,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<PayoutRecord> {
    const { provider, input } = await this.transact(
      (trx) => this.readPayment(trx, id, ["processing"]),
      sharedContext
    )
    const service = this.payoutProvider(provider)
    const found = await service.lookUp(input)
    const result =
      found.status === "not_found" ? await service.send(asSent(input)) : found
    return { ...result, id, idempotency_key: input.idempotency_key }
  }

  /**
   * Records what is certain about an attempt: the third of the three steps. An
   * answer about an attempt that is over changes nothing.
   *
   * @throws not_found
   */
  async recordPayout(
    record: PayoutRecord,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<PayoutMove> {
    return this.transact((trx) => recordPayout(trx, record), sharedContext)
  }

  /**
   * The merchant's word that the money was sent. A second call changes nothing.
   *
   * @throws not_found, not_allowed
   */
  async markPayoutPaid(
    {
      id,
      reference,
      amount,
    }: {
      id: string
      reference?: string | null
      /** What was sent, in major units. */
      amount?: BigNumberInput | null
    },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<PayoutMove> {
    const sent =
      amount === undefined || amount === null ? null : toAmount(amount)
    return this.transact(
      (trx) => markPayoutPaid(trx, id, { reference: reference ?? null, sent }),
      sharedContext
    )
  }

  /**
   * Where the money of payouts goes, in clear: for the file that goes to the
   * bank and for nothing else.
   *
   * @throws not_found; not_allowed without the encryption key
   */
  async listPayoutDestinations(
    ids: string[],
    @MedusaContext() sharedContext: Context = {}
  ): Promise<(PayoutToSend & { details: PayoutAccountDetails })[]> {
    const payouts = await this.transact(
      (trx) => readPayoutsToSend(trx, ids),
      sharedContext
    )
    return payouts.map((payout) => ({
      ...payout,
      details: this.openDestination(payout),
    }))
  }

  /** What an affiliate has in each currency that it ever had money in. */
  async summarizePayouts(
    affiliate_id: string,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<PayoutSummary[]> {
    return this.transact(
      (trx) => summarizePayouts(trx, affiliate_id),
      sharedContext
    )
  }

  private isTransferredByPerson(provider: string): boolean {
    return this.listPayoutProviderIds({ transferred_by: "person" }).includes(
      provider
    )
  }

  private openDestination({
    id,
    destination,
  }: PayoutToSend): PayoutAccountDetails {
    return destination === null
      ? {}
      : JSON.parse(this.secrets_.open(destination, id))
  }

  /**
   * @param statuses that it may be in; without, any
   * @throws not_allowed in another; when the provider is not loaded or the destination does not open
   */
  protected async readPayment(
    trx: Trx,
    id: string,
    statuses?: PayoutStatus[]
  ): Promise<PaymentToSend> {
    const [payout] = await readPayoutsToSend(trx, [id])
    if (statuses && !statuses.includes(payout.status)) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `Payout ${payout.display_id} is ${payout.status}, not ${statuses.join(" or ")}`
      )
    }
    this.payoutProvider(payout.provider)
    return {
      provider: payout.provider,
      status: payout.status,
      input: {
        idempotency_key: payout.idempotency_key,
        payout_id: payout.id,
        affiliate_id: payout.affiliate_id,
        amount: payout.amount,
        currency_code: payout.currency_code,
        destination: this.openDestination(payout),
        reference: payout.reference,
        started_at: payout.processing_at ?? new Date(),
      },
    }
  }
}
