import { Context, InferTypeOf } from "@medusajs/framework/types"
import { MedusaContext } from "@medusajs/framework/utils"

import { AffiliateContract, AffiliatePayoutMethod } from "../models"
import {
  deleteEmptyBalances,
  lockAffiliate,
  tracesOf,
} from "../sql/affiliate-row"
import { codeHasEarned } from "../sql/codes"
import { lockPeople } from "../sql/parents"
import { insertForm, TaxFormRow, takeForms } from "../sql/tax/forms"
import { AffiliateNetwork } from "./network"
import { AffiliateCodeRecord, AffiliateRecord } from "./records"
import { notAllowed } from "./refusals"

/** All that went with an affiliate, for whoever has to put it back. */
export interface RemovedAffiliate {
  affiliate: AffiliateRecord
  codes: AffiliateCodeRecord[]
  payout_methods: InferTypeOf<typeof AffiliatePayoutMethod>[]
  contracts: InferTypeOf<typeof AffiliateContract>[]
  tax_forms: TaxFormRow[]
}

/** Deleting an affiliate, which is for mistakes only: whoever earned stays. */
export class AffiliateRemoval extends AffiliateNetwork {
  /**
   * Deletes an affiliate for good, with codes, contracts and payout method. The foreign keys of
   * commissions and payouts would refuse it too.
   *
   * @throws not_allowed when anything was earned or credited, and while others have it as their parent
   */
  async removeAffiliate(
    id: string,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<RemovedAffiliate> {
    return this.transact(async (trx, context) => {
      await lockPeople(trx)
      await lockAffiliate(trx, id)
      const affiliate = await this.affiliateOf_(id, context)
      const codes = await this.listAffiliateCodes(
        { affiliate_id: id },
        {},
        context
      )
      const { earned, children } = await tracesOf(trx, id)
      const codesEarned = await Promise.all(
        codes.map((code) => codeHasEarned(trx, code))
      )
      if (earned || codesEarned.includes(true)) {
        throw notAllowed(
          `${affiliate.name} has been credited with orders and cannot be deleted: suspend the affiliate instead`
        )
      }
      if (children > 0) {
        throw notAllowed(
          `${children} affiliates have ${affiliate.name} as their parent: give them another parent first`
        )
      }
      const payout_methods = await this.listAffiliatePayoutMethods(
        { affiliate_id: id },
        {},
        context
      )
      const contracts = await this.listAffiliateContracts(
        { affiliate_id: id },
        {},
        context
      )
      await this.deleteAffiliateCodes(
        codes.map((code) => code.id),
        context
      )
      await this.deleteAffiliatePayoutMethods(
        payout_methods.map((method) => method.id),
        context
      )
      await this.deleteAffiliateContracts(
        contracts.map((contract) => contract.id),
        context
      )
      const tax_forms = await takeForms(trx, id)
      await deleteEmptyBalances(trx, id)
      await this.deleteAffiliates([id], context)
      return { affiliate, codes, payout_methods, contracts, tax_forms }
    }, sharedContext)
  }

  /** Undoes `removeAffiliate`, under the same ids. */
  async putBackAffiliate(
    removed: RemovedAffiliate,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<void> {
    return this.transact(async (trx, context) => {
      await lockPeople(trx)
      const { affiliate, codes, payout_methods, contracts } = removed
      const row = {
        id: affiliate.id,
        name: affiliate.name,
        email: affiliate.email,
        email_normalized: affiliate.email_normalized,
        status: affiliate.status,
        status_reason: affiliate.status_reason,
        status_history: affiliate.status_history,
        approved_at: affiliate.approved_at,
        suspended_at: affiliate.suspended_at,
        program_id: affiliate.program_id,
        tier_id: affiliate.tier_id,
        parent_id: affiliate.parent_id,
        customer_id: affiliate.customer_id,
        auth_identity_id: affiliate.auth_identity_id,
        website: affiliate.website,
        country_code: affiliate.country_code,
        answers: affiliate.answers,
        agreement_version: affiliate.agreement_version,
        agreement_accepted_at: affiliate.agreement_accepted_at,
        reapply_at: affiliate.reapply_at,
        commission_percent: affiliate.commission_percent,
        trailing_months: affiliate.trailing_months,
        metadata: affiliate.metadata,
        created_at: affiliate.created_at,
      }
      await this.createAffiliates(row, context)
      for (const code of codes) {
        await this.putBackCode(code, context)
      }
      for (const form of removed.tax_forms) {
        await insertForm(trx, form)
      }
      await this.createAffiliateContracts(
        contracts.map(
          ({
            id,
            affiliate_id,
            title,
            terms,
            revenue_split,
            starts_at,
            ends_at,
            created_at,
          }) => ({
            id,
            affiliate_id,
            title,
            terms,
            revenue_split,
            starts_at,
            ends_at,
            created_at,
          })
        ),
        context
      )
      await this.createAffiliatePayoutMethods(
        payout_methods.map(
          ({
            id,
            affiliate_id,
            provider,
            details,
            details_masked,
            created_at,
          }) => ({
            id,
            affiliate_id,
            provider,
            details,
            details_masked,
            created_at,
          })
        ),
        context
      )
    }, sharedContext)
  }
}
