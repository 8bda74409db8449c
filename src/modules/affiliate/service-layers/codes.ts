import { Context } from "@medusajs/framework/types"
import { MedusaContext } from "@medusajs/framework/utils"

import { CODE_RULE, CODE_RULE_WORDS } from "../domain/code"
import { forgive } from "../domain/links/forgiving"
import { codeKey } from "../domain/normalize"
import { databaseTime } from "../sql/clock"
import { codeHasEarned, lockCode } from "../sql/codes"
import { lockPeople } from "../sql/parents"
import { affiliatesToSwitch } from "../sql/promotions"
import { AffiliateApplications } from "./applications"
import { AffiliateCodeRecord } from "./records"
import { invalid, notFound, taken } from "./refusals"

export interface NewCode {
  affiliate_id: string
  /** Kept as written; matched in any letter case. */
  code: string
  /** Percent off for the shopper; `null` = the code only attributes. */
  discount_percent: number | null
  promotion_id: string | null
}

/** A code that works now, with whose it is. */
export interface ActiveCode {
  id: string
  code: string
  discount_percent: number | null
  promotion_id: string | null
  affiliate_id: string
  affiliate_name: string
  program_id: string
  /** How many days a visit by this code counts. */
  attribution_window_days: number
}

export interface SavedCode {
  code: AffiliateCodeRecord
  /** The retired code that was taken up again; `null` = the code is new. */
  retired_before: AffiliateCodeRecord | null
}

export interface RetiredCode {
  before: AffiliateCodeRecord
  /** It never earned and is gone, so that another may have it. */
  removed: boolean
}

/** Codes. A code that ever earned keeps its word, so that nobody else can take it over. */
export class AffiliateCodes extends AffiliateApplications {
  /** A code in any letter case, as people hand it on; `null` when unknown, retired, or its affiliate may not earn at present. */
  async findActiveCode(code: string): Promise<ActiveCode | null> {
    const word = forgive(code)
    if (!CODE_RULE.test(word)) {
      return null
    }
    const [found] = await this.listAffiliateCodes(
      {
        code_key: codeKey(word),
        retired_at: null,
        affiliate: { status: "approved", program: { status: "active" } },
      },
      { relations: ["affiliate", "affiliate.program"] }
    )
    return found
      ? {
          id: found.id,
          code: found.code,
          discount_percent: found.discount_percent,
          promotion_id: found.promotion_id,
          affiliate_id: found.affiliate.id,
          affiliate_name: found.affiliate.name,
          program_id: found.affiliate.program_id,
          attribution_window_days:
            found.affiliate.program.attribution_window_days,
        }
      : null
  }

  /**
   * @returns the affiliate's own retired code of that word, which it may take up again, or `null`
   * @throws duplicate_error when the word is taken, by another affiliate even for ever
   */
  async checkCodeIsFree(
    affiliate_id: string,
    code: string,
    context: Context = {}
  ): Promise<AffiliateCodeRecord | null> {
    const [existing] = await this.listAffiliateCodes(
      { code_key: codeKey(code) },
      {},
      context
    )
    if (!existing) {
      return null
    }
    if (
      existing.affiliate_id !== affiliate_id ||
      existing.retired_at === null
    ) {
      throw taken(`The code ${code} is already taken`)
    }
    return existing
  }

  /** @throws duplicate_error when the word is taken, not_found for the affiliate */
  async saveCode(
    input: NewCode,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<SavedCode> {
    return this.transact(async (trx, context) => {
      await lockPeople(trx)
      if (!CODE_RULE.test(input.code)) {
        throw invalid(`Field 'code' ${CODE_RULE_WORDS}`)
      }
      await this.affiliateOf_(input.affiliate_id, context)
      const retired = await this.checkCodeIsFree(
        input.affiliate_id,
        input.code,
        context
      )
      if (!retired) {
        const code = await this.createAffiliateCodes(
          { ...input, code_key: codeKey(input.code) },
          context
        )
        return { code, retired_before: null }
      }
      const code = await this.updateAffiliateCodes(
        { ...input, id: retired.id, retired_at: null },
        context
      )
      return { code, retired_before: retired }
    }, sharedContext)
  }

  /** @throws not_found when the affiliate has no such code that works */
  async retireCode(
    input: { affiliate_id: string; code: string },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<RetiredCode> {
    return this.transact(async (trx, context) => {
      await lockPeople(trx)
      const affiliate = await this.affiliateOf_(input.affiliate_id, context)
      const [before] = await this.listAffiliateCodes(
        {
          code_key: codeKey(input.code),
          affiliate_id: affiliate.id,
          retired_at: null,
        },
        {},
        context
      )
      if (!before || !(await lockCode(trx, before.id))) {
        throw notFound(`${affiliate.name} has no active code ${input.code}`)
      }
      const removed = !(await codeHasEarned(trx, before))
      if (removed) {
        await this.deleteAffiliateCodes([before.id], context)
      } else {
        const retired_at = await databaseTime(trx)
        await this.updateAffiliateCodes({ id: before.id, retired_at }, context)
      }
      return { before, removed }
    }, sharedContext)
  }

  /** Ids of affiliates whose promotions do not do what their status says. */
  async listAffiliatesToSwitch(
    input: { after: string; limit: number },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<string[]> {
    return this.transact((trx) => affiliatesToSwitch(trx, input), sharedContext)
  }

  /** Undoes `retireCode` and `saveCode`: the code is again what it was, under the same id. */
  async putBackCode(
    code: AffiliateCodeRecord,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<void> {
    return this.transact(async (trx, context) => {
      await lockPeople(trx)
      const row = {
        id: code.id,
        code: code.code,
        code_key: code.code_key,
        affiliate_id: code.affiliate_id,
        promotion_id: code.promotion_id,
        discount_percent: code.discount_percent,
        retired_at: code.retired_at,
        created_at: code.created_at,
      }
      const [existing] = await this.listAffiliateCodes(
        { id: code.id },
        { select: ["id"] },
        context
      )
      if (existing) {
        await this.updateAffiliateCodes(row, context)
      } else {
        await this.createAffiliateCodes(row, context)
      }
    }, sharedContext)
  }
}
