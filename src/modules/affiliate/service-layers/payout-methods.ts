import { Context } from "@medusajs/framework/types"
import { MedusaContext, MedusaError } from "@medusajs/framework/utils"

import {
  PayoutAccountDetails,
  PayoutOnboarding,
  ValidatedPayoutAccount,
} from "../../../providers/types"
import {
  endCoolOff,
  keepAccountState,
  PayoutMethodInput,
  readMethod,
  restorePayoutMethod,
  SavedPayoutMethod,
  savePayoutMethod,
  StoredPayoutMethod,
} from "../payout-methods"
import { formerEmails } from "../sql/former-emails"
import { AffiliatePayouts } from "./payouts"

/** What may be shown of a payout method. */
export interface PayoutMethodSummary {
  provider: string
  details_masked: Record<string, string>
  /** Whether its provider can send money to it now. */
  payouts_enabled: boolean
  /** What is missing where it cannot. */
  state_note: string | null
  /** Payouts to it wait until then, because it took another account's place; `null` = they do not. */
  cool_off_until: Date | null
}

const notAllowed = (message: string): MedusaError =>
  new MedusaError(MedusaError.Types.NOT_ALLOWED, message)

const stillTo = (moment: Date | null): Date | null =>
  moment !== null && moment.getTime() > Date.now() ? moment : null

/** Where affiliates' money goes. */
export class AffiliatePayoutMethods extends AffiliatePayouts {
  /**
   * Has the provider check an account. Refused before that when details could
   * not be kept encrypted, and where accounts begin on the provider's own pages:
   * only there is it seen whose account it is. A hand that types the id of one,
   * the affiliate's or the merchant's, could name anybody's at that service.
   *
   * @throws not_found for an unknown affiliate; invalid_data naming the field and the
   *         rule; not_allowed without an encryption key
   */
  async validatePayoutAccount(
    {
      affiliate_id,
      provider: id,
      details,
    }: {
      affiliate_id: string
      provider: string
      details: Record<string, unknown>
    },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<ValidatedPayoutAccount> {
    this.secrets_.assertReady()
    const provider = this.payoutProvider(id)
    const affiliate = await this.retrieveAffiliate(
      affiliate_id,
      { select: ["id", "email"] },
      sharedContext
    )
    const { type } = await provider.describeOnboarding(affiliate)
    if (type === "link") {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `details: are not taken for ${id}; the affiliate sets the account up on its own pages, which POST /affiliate/payout-method/onboarding leads to`
      )
    }
    return provider.validateAccount(details)
  }

  /**
   * Puts an affiliate's payout method on file in place of the one before.
   *
   * @returns what was on file, for `restorePayoutMethod`, and whether that was another account
   * @throws not_found for an unknown affiliate; not_allowed without an encryption
   *         key, or when the account is another affiliate's
   */
  async savePayoutMethod(
    input: PayoutMethodInput,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<SavedPayoutMethod> {
    return this.transact(
      (trx) =>
        savePayoutMethod(
          trx,
          this.secrets_,
          input,
          this.options_.payout_cool_off_hours
        ),
      sharedContext
    )
  }

  /**
   * A person's word that payouts may go to the account on file at once.
   *
   * @throws not_found for an unknown affiliate; not_allowed where payouts do not wait for it
   */
  async endCoolOff(
    input: { affiliate_id: string; note: string },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<void> {
    return this.transact((trx) => endCoolOff(trx, input), sharedContext)
  }

  /** E-mail addresses that an affiliate had in the last days, newest first. */
  async listFormerEmails(
    input: { affiliate_id: string; days: number },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<string[]> {
    return this.transact((trx) => formerEmails(trx, input), sharedContext)
  }

  /** Puts back what `savePayoutMethod` replaced. */
  async restorePayoutMethod(
    affiliate_id: string,
    before: StoredPayoutMethod | null,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<void> {
    return this.transact(
      (trx) => restorePayoutMethod(trx, affiliate_id, before),
      sharedContext
    )
  }

  /**
   * Asks a provider where the affiliate is to go to give it an account. The
   * account that it begins with is the caller's to put on file.
   *
   * @throws not_found for an unknown affiliate; not_allowed where the provider
   *         has no pages of its own, or without an encryption key
   */
  async startPayoutOnboarding(
    input: { affiliate_id: string; provider: string; return_url: string },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<{ url: string; account: ValidatedPayoutAccount }> {
    this.secrets_.assertReady()
    const provider = this.payoutProvider(input.provider)
    if (!provider.startOnboarding) {
      throw notAllowed(
        `provider: ${input.provider} has no pages of its own; save the account's details instead`
      )
    }
    const { id, email } = await this.retrieveAffiliate(
      input.affiliate_id,
      { select: ["id", "email"] },
      sharedContext
    )
    const method = await this.methodOf_(input.affiliate_id, sharedContext)
    return provider.startOnboarding({
      id,
      email,
      details:
        method?.provider === input.provider ? this.openDetails_(method) : null,
      return_url: input.return_url,
    })
  }

  /**
   * Asks the provider what it says of the account on file now, and keeps it.
   *
   * @returns what it said
   * @throws not_allowed when no payout method is on file, or its provider cannot be asked
   */
  async refreshPayoutMethod(
    affiliate_id: string,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<{ provider: string; account: ValidatedPayoutAccount }> {
    const method = await this.methodOf_(affiliate_id, sharedContext)
    if (!method) {
      throw notAllowed("No payout method is on file")
    }
    const provider = this.payoutProvider(method.provider)
    if (!provider.refreshAccount) {
      throw notAllowed(
        `provider: ${method.provider} says nothing of accounts; save the details again to have them checked`
      )
    }
    const account = await provider.refreshAccount(this.openDetails_(method))
    await this.transact(
      (trx) => keepAccountState(trx, this.secrets_, method, account),
      sharedContext
    )
    return { provider: method.provider, account }
  }

  /** What may be shown of an affiliate's payout method; `null` when none is on file. */
  async payoutMethodOf(
    affiliate_id: string,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<PayoutMethodSummary | null> {
    const method = await this.methodOf_(affiliate_id, sharedContext)
    return method
      ? {
          provider: method.provider,
          details_masked: method.details_masked,
          payouts_enabled: method.payouts_enabled,
          state_note: method.state_note,
          cool_off_until: stillTo(method.cool_off_until),
        }
      : null
  }

  /** How an affiliate gives an account to each payout provider of the store. */
  async describePayoutProviders(affiliate: {
    id: string
    email: string
  }): Promise<{ id: string; onboarding: PayoutOnboarding }[]> {
    return Promise.all(
      this.listPayoutProviderIds().map(async (id) => ({
        id,
        onboarding: await this.payoutProvider(id).describeOnboarding(affiliate),
      }))
    )
  }

  private async methodOf_(
    affiliate_id: string,
    context: Context
  ): Promise<StoredPayoutMethod | null> {
    return this.transact((trx) => readMethod(trx, affiliate_id), context)
  }

  protected openDetails_({
    id,
    details,
  }: StoredPayoutMethod): PayoutAccountDetails {
    return JSON.parse(this.secrets_.open(details, id))
  }
}
