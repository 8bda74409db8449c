import { isDeepStrictEqual } from "node:util"
import { Context, InferTypeOf } from "@medusajs/framework/types"
import { MedusaContext } from "@medusajs/framework/utils"

import { OrderSnapshot } from "../domain/order-snapshot"
import { Rule } from "../domain/rules/rule"
import { readConversion } from "../ledger/conversions"
import { previewRule, RulePreview } from "../ledger/preview-rule"
import { AffiliateRule } from "../models"
import { databaseTime } from "../sql/clock"
import { lockRulesOf, readRuleVersions } from "../sql/rules"
import { invalid, notAllowed, notFound } from "./refusals"
import {
  columnsOf,
  contentAfter,
  contentOf,
  draftOf,
  RuleContent,
  RuleFields,
} from "./rule-fields"
import { AffiliateLinks } from "./links"

export type AffiliateRuleRecord = InferTypeOf<typeof AffiliateRule>

/** Rules of one program that are not retired: each is looked at for every order line. */
export const RULES_MAX = 200

/** What was published, and what the rule said before. */
export interface PublishedRule {
  rule: AffiliateRuleRecord
  before: RuleContent
}

/** Rules. What one says is in its versions, which never change: an order is priced by those in force when it was placed. */
export class AffiliateRules extends AffiliateLinks {
  /** @throws invalid_data for an unknown program or fields that do not fit together; not_allowed for one rule too many */
  async addRule(
    program_id: string,
    fields: RuleFields,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<AffiliateRuleRecord> {
    return this.transact(async (trx, context) => {
      const content = contentAfter(null, fields)
      const [program] = await this.listAffiliatePrograms(
        { id: program_id },
        { select: ["id", "name"] },
        context
      )
      if (!program) {
        throw invalid(`Field 'program_id': there is no program ${program_id}`)
      }
      await lockRulesOf(trx, program_id)
      const [, count] = await this.listAndCountAffiliateRules(
        { program_id, retired_at: null },
        { take: 1, select: ["id"] },
        context
      )
      if (count >= RULES_MAX) {
        throw notAllowed(
          `${program.name} has ${count} rules, and ${RULES_MAX} are the most it may have: delete one first`
        )
      }
      const rule = await this.createAffiliateRules(
        {
          program_id,
          name: content.name,
          exclude: content.exclude,
          version: 1,
        },
        context
      )
      await this.addVersion_(
        rule.id,
        1,
        content,
        await databaseTime(trx),
        context
      )
      return rule
    }, sharedContext)
  }

  /**
   * Writes what a rule says from now on as its next version.
   *
   * @throws not_found; invalid_data for fields that do not fit together; not_allowed for a retired rule
   */
  async publishRule(
    id: string,
    changes: Partial<RuleFields>,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<PublishedRule> {
    return this.transact(async (trx, context) => {
      const { program_id } = await this.ruleOf_(id, context)
      await lockRulesOf(trx, program_id)
      const current = await this.ruleOf_(id, context)
      if (current.retired_at) {
        throw notAllowed(
          `${current.name} was deleted: make a new rule instead of changing it`
        )
      }
      const before = await this.contentOf_(current, context)
      const content = contentAfter(before, changes)
      const version = current.version + 1
      await this.addVersion_(
        id,
        version,
        content,
        await databaseTime(trx),
        context
      )
      const rule = await this.updateAffiliateRules(
        { id, name: content.name, exclude: content.exclude, version },
        context
      )
      return { rule, before }
    }, sharedContext)
  }

  /**
   * Takes a rule out of force for the orders to come.
   *
   * @returns when it was retired before; `null` = it was in force
   * @throws not_found
   */
  async retireRule(
    id: string,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<Date | null> {
    return this.transact(async (trx, context) => {
      const { program_id } = await this.ruleOf_(id, context)
      await lockRulesOf(trx, program_id)
      const { retired_at } = await this.ruleOf_(id, context)
      if (!retired_at) {
        await this.updateAffiliateRules(
          { id, retired_at: await databaseTime(trx) },
          context
        )
      }
      return retired_at
    }, sharedContext)
  }

  /** Versions by their ids, as orders are priced by them. */
  async listPublishedRules(
    version_ids: string[],
    @MedusaContext() sharedContext: Context = {}
  ): Promise<Rule[]> {
    return this.transact(
      (trx) => readRuleVersions(trx, version_ids),
      sharedContext
    )
  }

  /**
   * What an order would owe with a rule that is not published.
   *
   * @param order with its attributes
   * @param replaces the rule that it would be the next version of; `null` = it would be new
   * @throws not_found for an order never judged, or the rule it replaces; not_allowed where nobody is credited;
   *   invalid_data for fields that do not fit together, or another program
   */
  async previewRule(
    order: OrderSnapshot,
    draft: { program_id: string; fields: RuleFields; replaces: string | null },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<RulePreview> {
    return this.transact(async (trx, context) => {
      const content = contentAfter(null, draft.fields)
      const conversion = await readConversion(trx, order.order_id)
      if (!conversion) {
        throw notFound(`Order ${order.order_id} has no affiliate verdict`)
      }
      const { affiliate_id, terms, placed_at } = conversion
      if (!affiliate_id || !terms) {
        throw notAllowed(
          `Nobody is credited for order ${order.order_id}: no rule changes that`
        )
      }
      if (draft.program_id !== terms.program_id) {
        throw invalid(
          `Field 'rule.program_id': order ${order.order_id} was credited in the program ${terms.program_id}`
        )
      }
      const replaced = draft.replaces
        ? await this.ruleOf_(draft.replaces, context)
        : null
      // A rule as it is already published is tried as itself, not as a version that would say the same.
      const unchanged =
        replaced &&
        isDeepStrictEqual(content, await this.contentOf_(replaced, context))
      const nextVersion = (replaced?.version ?? 0) + 1
      return await previewRule(
        trx,
        { ...order, placed_at },
        { affiliate_id, terms },
        draftOf(content, {
          rule_id: replaced?.id ?? "affrule_preview",
          version: unchanged ? replaced.version : nextVersion,
          published_at: await databaseTime(trx),
        })
      )
    }, sharedContext)
  }

  private async ruleOf_(
    id: string,
    context: Context
  ): Promise<AffiliateRuleRecord> {
    const [rule] = await this.listAffiliateRules({ id }, {}, context)
    if (!rule) {
      throw notFound(`There is no affiliate rule ${id}`)
    }
    return rule
  }

  private async contentOf_(
    { id, version }: AffiliateRuleRecord,
    context: Context
  ): Promise<RuleContent> {
    const [current] = await this.listAffiliateRuleVersions(
      { rule_id: id, version },
      {},
      context
    )
    return contentOf(current)
  }

  private async addVersion_(
    rule_id: string,
    version: number,
    content: RuleContent,
    published_at: Date,
    context: Context
  ): Promise<void> {
    await this.createAffiliateRuleVersions(
      { ...columnsOf(content), rule_id, version, published_at },
      context
    )
  }
}
