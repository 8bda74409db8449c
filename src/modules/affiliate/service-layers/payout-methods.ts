import { Context } from "@medusajs/framework/types"
import { MedusaContext } from "@medusajs/framework/utils"

import {
  PayoutOnboarding,
  ValidatedPayoutAccount,
} from "../../../providers/types"
import {
  PayoutMethodInput,
  restorePayoutMethod,
  savePayoutMethod,
  StoredPayoutMethod,
} from "../payout-methods"
import { AffiliatePayouts } from "./payouts"

/** What may be shown of a payout method. */
export interface PayoutMethodSummary {
  provider: string
  details_masked: Record<string, string>
}

/** Where affiliates' money goes. */
export class AffiliatePayoutMethods extends AffiliatePayouts {
  /**
   * Has the provider check an account. Refused before that when details could
   * not be kept encrypted.
   *
   * @throws invalid_data naming the field and the rule; not_allowed without an
   *         encryption key
   */
  async validatePayoutAccount(
    provider: string,
    details: Record<string, unknown>
  ): Promise<ValidatedPayoutAccount> {
    this.secrets_.assertReady()
    return this.payoutProvider(provider).validateAccount(details)
  }

  /**
   * Puts an affiliate's payout method on file in place of the one before.
   *
   * @returns what was on file, for `restorePayoutMethod`
   * @throws not_found for an unknown affiliate; not_allowed without an encryption key
   */
  async savePayoutMethod(
    input: PayoutMethodInput,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<StoredPayoutMethod | null> {
    return this.transact(
      (trx) => savePayoutMethod(trx, this.secrets_, input),
      sharedContext
    )
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

  /** What may be shown of an affiliate's payout method; `null` when none is on file. */
  async payoutMethodOf(
    affiliate_id: string,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<PayoutMethodSummary | null> {
    const [method] = await this.listAffiliatePayoutMethods(
      { affiliate_id },
      { select: ["provider", "details_masked"] },
      sharedContext
    )
    return method
      ? {
          provider: method.provider,
          details_masked: method.details_masked as Record<string, string>,
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
}
