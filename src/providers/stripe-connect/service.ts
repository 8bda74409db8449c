import { MedusaError } from "@medusajs/framework/utils"
import type Stripe from "stripe"

import {
  AbstractPayoutProvider,
  PayoutAccountDetails,
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
import { validatedAccount } from "./account-state"
import { checkStripe } from "./check"
import { createClient } from "./client"
import { asError, isAccountGone } from "./errors"
import { noticesOf } from "./notices"
import { accountFor, Applicant, onboardingLink } from "./onboarding"
import { readSettings, StripeConnectSettings } from "./options"
import { lookUpTransfer, reverseTransfer, sendTransfer } from "./transfers"
import { readEvent } from "./webhook"

/** What an account is called; anything else would become part of an address. */
const ACCOUNT_ID = /^acct_[A-Za-z0-9]{1,64}$/

/**
 * Payouts by Stripe Connect: each affiliate has an Express account, set up on
 * Stripe's own pages, and is paid by a transfer from the store's Stripe balance.
 *
 * @example
 * payout_providers: [
 *   {
 *     resolve: "medusa-plugin-affiliate/providers/stripe-connect",
 *     id: "stripe-connect",
 *     options: {
 *       api_key: process.env.STRIPE_API_KEY,
 *       webhook_secret: process.env.STRIPE_WEBHOOK_SECRET,
 *     },
 *   },
 * ]
 */
export class StripeConnectPayoutProvider extends AbstractPayoutProvider {
  static override identifier = "stripe-connect"

  readonly transferred_by = "service"

  private readonly settings_: StripeConnectSettings
  private readonly client_: Stripe.Stripe

  constructor(
    _container: Record<string, unknown>,
    options: Record<string, unknown>
  ) {
    super()
    this.settings_ = readSettings(options)
    this.client_ = createClient(this.settings_)
  }

  static override validateOptions(options: Record<string, unknown>): void {
    readSettings(options ?? {})
  }

  async describeOnboarding(): Promise<PayoutOnboarding> {
    return { type: "link" }
  }

  override async startOnboarding(
    applicant: Applicant & { return_url: string }
  ): Promise<{ url: string; account: ValidatedPayoutAccount }> {
    try {
      const account = await accountFor(this.client_, this.settings_, applicant)
      const url = await onboardingLink(
        this.client_,
        account.id,
        applicant.return_url
      )
      return { url, account: validatedAccount(account) }
    } catch (error) {
      throw asError("The set-up at Stripe could not be started", error)
    }
  }

  /** An account that is connected to the store already, by its id. */
  async validateAccount(
    details: Record<string, unknown>
  ): Promise<ValidatedPayoutAccount> {
    const { account_id, ...rest } = details
    if (typeof account_id !== "string" || !ACCOUNT_ID.test(account_id)) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        "details.account_id: must be the id of an account at Stripe, such as acct_1PgafTB7WZ01zgkW"
      )
    }
    const unknown = Object.keys(rest)
    if (unknown.length > 0) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `details: ${unknown.join(", ")} is not a field of an account at Stripe`
      )
    }
    try {
      return validatedAccount(await this.client_.accounts.retrieve(account_id))
    } catch (error) {
      if (isAccountGone(error)) {
        throw new MedusaError(
          MedusaError.Types.INVALID_DATA,
          "details.account_id: Stripe knows no such account of this store"
        )
      }
      throw asError("Stripe could not be asked about the account", error)
    }
  }

  override async refreshAccount(
    details: PayoutAccountDetails
  ): Promise<ValidatedPayoutAccount> {
    try {
      return validatedAccount(
        await this.client_.accounts.retrieve(details.account_id)
      )
    } catch (error) {
      if (isAccountGone(error)) return goneAccount(details)
      throw asError("Stripe could not be asked about the account", error)
    }
  }

  send(input: SendPayoutInput): Promise<PayoutResult> {
    return sendTransfer(this.client_, input)
  }

  lookUp(payment: StartedPayment): Promise<PayoutLookUp> {
    return lookUpTransfer(this.client_, payment)
  }

  override reverse(
    payment: StartedPayment,
    reason: string
  ): Promise<{ status: "returned"; reason: string }> {
    return reverseTransfer(this.client_, payment, reason)
  }

  override async parseWebhook(webhook: PayoutWebhook): Promise<PayoutNotice[]> {
    const { webhook_secrets, livemode } = this.settings_
    return noticesOf(
      readEvent(this.client_, webhook, webhook_secrets),
      livemode
    )
  }

  override check(): Promise<PayoutProviderCheck> {
    return checkStripe(this.client_, this.settings_)
  }
}

/** An account that was on file and is none of the store's any more. */
const goneAccount = (
  details: PayoutAccountDetails
): ValidatedPayoutAccount => ({
  details,
  masked: { account: `•••• ${details.account_id.slice(-4)}` },
  account_id: details.account_id,
  state: {
    payouts_enabled: false,
    note: "The account is closed, or no longer connected to the store",
  },
})
