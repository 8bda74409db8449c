import { MedusaError } from "@medusajs/framework/utils"

import {
  AbstractPayoutProvider,
  PayoutLookUp,
  PayoutNotice,
  PayoutOnboarding,
  PayoutProviderCheck,
  PayoutResult,
  PayoutWebhook,
  SendPayoutInput,
  StartedPayment,
  ValidatedPayoutAccount,
} from "../types"
import { maskPayPalAccount, parsePayPalAccount } from "./account"
import {
  PayPalBatch,
  PayPalItem,
  readBatch,
  readCreated,
  readError,
  readItem,
  readVerification,
} from "./answers"
import { checkPayPal } from "./check"
import { PayPalClient, unanswered } from "./client"
import { parsePayPalOptions, PayPalSettings } from "./options"
import { itemOf, outcomeOf } from "./outcome"
import { PayPalPayment, toPayPalPayment } from "./payment"
import { reasonOf } from "./reasons"
import { PayPalRefusal, readRefusal } from "./refusal"
import { forged, readNews, readTransmission, verificationBody } from "./webhook"

const DAY_MS = 86_400_000

/**
 * How long a request may be repeated. PayPal remembers a `sender_batch_id` for
 * 30 days; a day less, for clocks that differ and requests that take long.
 */
export const REPEAT_MS_MAX = 29 * DAY_MS

type Created =
  | { kind: "created"; payout_batch_id: string }
  | Exclude<PayPalRefusal, { kind: "unknown" }>

/**
 * Payouts by PayPal: one batch with one item for each payout, with the
 * payout's key as its `sender_batch_id`, which PayPal pays once.
 */
export class PayPalPayoutProvider extends AbstractPayoutProvider {
  static override identifier = "paypal"

  static override validateOptions(options: Record<string, unknown>): void {
    parsePayPalOptions(options)
  }

  readonly transferred_by = "service"

  private readonly settings: PayPalSettings
  private readonly client: PayPalClient

  /** Public, since the plugin constructs its providers. */
  constructor(
    _container: Record<string, unknown>,
    options: Record<string, unknown>
  ) {
    super()
    this.settings = parsePayPalOptions(options)
    this.client = new PayPalClient(this.settings)
  }

  async validateAccount(
    details: Record<string, unknown>
  ): Promise<ValidatedPayoutAccount> {
    const account = parsePayPalAccount(details)
    return { details: { ...account }, masked: maskPayPalAccount(account) }
  }

  async send(input: SendPayoutInput): Promise<PayoutResult> {
    const payment = toPayPalPayment(input, this.settings)
    if ("problem" in payment) {
      return { status: "failed", reason: payment.problem }
    }
    const created = await this.post(payment)
    return created.kind === "refused"
      ? { status: "failed", reason: created.reason }
      : this.follow(created, payment)
  }

  /**
   * By PayPal's own id where it is known. Where it is not, the request is
   * repeated: PayPal pays a key once, and answers a repetition with the
   * original. That holds for 30 days, so after them a person must look.
   */
  async lookUp(started: StartedPayment): Promise<PayoutLookUp> {
    const payment = toPayPalPayment(started, this.settings)
    if ("problem" in payment) {
      if (started.reference) {
        // PayPal took what this version would not send: it is not for us to say that it failed.
        throw new MedusaError(
          MedusaError.Types.UNEXPECTED_STATE,
          `This payout needs a person: PayPal has it as ${started.reference}, and ${payment.problem}`
        )
      }
      return { status: "failed", reason: payment.problem }
    }
    if (started.reference) {
      return outcomeOf(await this.getBatch(started.reference), payment.expected)
    }
    if (Date.now() - started.started_at.getTime() > REPEAT_MS_MAX) {
      throw new MedusaError(
        MedusaError.Types.UNEXPECTED_STATE,
        `This payout needs a person: PayPal never said whether it took it, and has forgotten its key ${started.idempotency_key} by now, so that sending it again could pay twice. Look for it in the activities of the store's PayPal account`
      )
    }
    const created = await this.post(payment)
    if (created.kind !== "refused") {
      return this.follow(created, payment)
    }
    if (!created.by_form) {
      // Such as a balance too low by now: it was not when PayPal may have taken the first request.
      throw new MedusaError(
        MedusaError.Types.UNEXPECTED_STATE,
        `PayPal would not take the payment now, which does not show whether it took it before: ${created.reason}`
      )
    }
    return { status: "failed", reason: created.reason }
  }

  /**
   * Asks PayPal itself whether it signed the webhook. To check here, the chain
   * of a certificate that the webhook names would have to be fetched and
   * followed to a root we trust; PayPal does that with the app's own keys, the
   * same way in the sandbox.
   */
  override async parseWebhook(webhook: PayoutWebhook): Promise<PayoutNotice[]> {
    const { transmission, event } = readTransmission(
      webhook,
      this.settings,
      Date.now()
    )
    const answer = await this.client.post(
      "/v1/notifications/verify-webhook-signature",
      verificationBody(transmission, this.settings.webhook_id, webhook.raw_body)
    )
    if (answer.status === 400) {
      throw forged(
        reasonOf(readError(answer.body), "PayPal refuses its headers")
      )
    }
    if (answer.status !== 200) {
      throw unanswered(answer, "verify a webhook")
    }
    if (readVerification(answer.body).verification_status !== "SUCCESS") {
      throw forged("its signature is wrong")
    }
    const news = readNews(event)
    const key =
      news &&
      (news.sender_batch_id ??
        (await this.getBatch(news.payout_batch_id)).batch_header
          .sender_batch_header.sender_batch_id)
    return news && key
      ? [
          {
            type: "payment",
            event_id: event.id,
            idempotency_key: key,
            result: news.result,
          },
        ]
      : [{ type: "other", event_id: event.id, name: event.event_type }]
  }

  async describeOnboarding(): Promise<PayoutOnboarding> {
    return {
      type: "form",
      fields: [
        { name: "email", label: "PayPal e-mail address", required: false },
        {
          name: "paypal_id",
          label: "PayPal account ID, instead of the e-mail address",
          required: false,
        },
      ],
    }
  }

  /** PayPal takes back only what nobody has claimed yet, which is under way by the books. */
  override async recall(
    started: StartedPayment,
    reason: string
  ): Promise<{ status: "returned" | "processing"; reason: string }> {
    return this.reverse(started, reason)
  }

  /** PayPal takes back only what nobody has claimed yet. */
  override async reverse(
    started: StartedPayment,
    reason: string
  ): Promise<{ status: "returned" | "processing"; reason: string }> {
    const payment = toPayPalPayment(started, this.settings)
    if ("problem" in payment || !started.reference) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        "PayPal has not said yet that it took this payment: there is nothing to take back"
      )
    }
    const item = itemOf(
      await this.getBatch(started.reference),
      payment.expected
    )
    if (isBack(item?.transaction_status)) {
      return { status: "returned", reason }
    }
    if (!item || item.transaction_status !== "UNCLAIMED") {
      throw notReversible(item?.transaction_status)
    }
    const answer = await this.client.post(
      `/v1/payments/payouts-item/${encodeURIComponent(item.payout_item_id)}/cancel`,
      "{}"
    )
    if (answer.status === 400 || answer.status === 422) {
      // Somebody else canceled it, or claimed it, since it was looked at.
      const { transaction_status: now } = await this.getItem(
        item.payout_item_id
      )
      if (isBack(now)) {
        return { status: "returned", reason }
      }
      throw notReversible(
        now === "UNCLAIMED" ? readError(answer.body)?.name : now
      )
    }
    if (answer.status !== 200) {
      throw unanswered(answer, "cancel the payment")
    }
    return isBack(readItem(answer.body).transaction_status)
      ? { status: "returned", reason }
      : { status: "processing", reason }
  }

  override async check(): Promise<PayoutProviderCheck> {
    return checkPayPal(this.client, this.settings)
  }

  private async post({ body, expected }: PayPalPayment): Promise<Created> {
    const answer = await this.client.post("/v1/payments/payouts", body)
    if (answer.status < 200 || answer.status > 299) {
      const refusal = readRefusal(answer)
      if (refusal.kind === "unknown") {
        throw unanswered(answer, "take the payment")
      }
      return refusal
    }
    const { payout_batch_id, sender_batch_header } = readCreated(
      answer.body
    ).batch_header
    const key = sender_batch_header?.sender_batch_id
    if (key !== undefined && key !== expected.sender_batch_id) {
      throw new MedusaError(
        MedusaError.Types.UNEXPECTED_STATE,
        `PayPal answered about the payment ${key} instead of ${expected.sender_batch_id}`
      )
    }
    return { kind: "created", payout_batch_id }
  }

  /** What is taken is paid only once its item is. */
  private async follow(
    created: Extract<Created, { kind: "created" | "duplicate" }>,
    { expected }: PayPalPayment
  ): Promise<PayoutResult> {
    return created.kind === "created"
      ? { status: "processing", reference: created.payout_batch_id }
      : outcomeOf(await this.getBatch(created.payout_batch_id), expected)
  }

  private async getItem(payout_item_id: string): Promise<PayPalItem> {
    const answer = await this.client.get(
      `/v1/payments/payouts-item/${encodeURIComponent(payout_item_id)}`
    )
    if (answer.status !== 200) {
      throw unanswered(answer, `show the payment ${payout_item_id}`)
    }
    return readItem(answer.body)
  }

  private async getBatch(payout_batch_id: string): Promise<PayPalBatch> {
    const answer = await this.client.get(
      `/v1/payments/payouts/${encodeURIComponent(payout_batch_id)}`
    )
    if (answer.status !== 200) {
      throw unanswered(answer, `show the payout ${payout_batch_id}`)
    }
    return readBatch(answer.body)
  }
}

const isBack = (status: string | undefined): boolean =>
  status === "RETURNED" || status === "REFUNDED" || status === "REVERSED"

const notReversible = (status: string | undefined): MedusaError =>
  new MedusaError(
    MedusaError.Types.NOT_ALLOWED,
    `PayPal takes back only money that nobody has claimed yet${status ? ` (this payment: ${status})` : ""}. Ask the affiliate to send it back`
  )
