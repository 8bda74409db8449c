import { InferTypeOf } from "@medusajs/framework/types"

import { problemOfRule } from "../domain/rules/problem"
import { PeriodCap, Rule, RuleCondition } from "../domain/rules/rule"
import { CommissionType, CurrencyAmount } from "../domain/terms"
import { fromJsonColumn, toJsonColumn } from "../models/json-list"
import { AffiliateRuleVersion } from "../models"
import { invalid } from "./refusals"

/** What a merchant may set of a rule; amounts in major units, percentages as `20`, times in ISO 8601. */
export interface RuleFields {
  name: string
  commission_type?: CommissionType
  commission_value?: number
  fixed_values?: CurrencyAmount[]
  /** What matches earns nothing. */
  exclude?: boolean
  conditions?: RuleCondition[]
  cap_per_order?: CurrencyAmount[]
  cap_per_period?: PeriodCap | null
  starts_at?: string | null
  ends_at?: string | null
}

export type RuleVersionRecord = InferTypeOf<typeof AffiliateRuleVersion>

/** All that a version of a rule says. */
export interface RuleContent {
  name: string
  commission_type: CommissionType
  /** `null` = not given, where fixed values are. */
  commission_value: number | null
  fixed_values: CurrencyAmount[]
  exclude: boolean
  conditions: RuleCondition[]
  cap_per_order: CurrencyAmount[]
  cap_per_period: PeriodCap | null
  starts_at: Date | null
  ends_at: Date | null
}

const EMPTY: Omit<RuleContent, "name"> = {
  commission_type: "percentage",
  commission_value: null,
  fixed_values: [],
  exclude: false,
  conditions: [],
  cap_per_order: [],
  cap_per_period: null,
  starts_at: null,
  ends_at: null,
}

const timeOf = (
  time: string | null | undefined,
  otherwise: Date | null
): Date | null =>
  time === undefined ? otherwise : time === null ? null : new Date(time)

/**
 * What a rule says after a change. A rate or a cap that was meant for another
 * kind of rule is not carried over.
 *
 * @param before `null` = the rule is new
 * @throws invalid_data for what does not fit together
 */
export const contentAfter = (
  before: RuleContent | null,
  changes: Partial<RuleFields>
): RuleContent => {
  const old = before ?? EMPTY
  const otherKind =
    before !== null &&
    ((changes.exclude ?? old.exclude) !== old.exclude ||
      (changes.commission_type ?? old.commission_type) !== old.commission_type)
  const kept = otherKind
    ? {
        ...old,
        commission_type: EMPTY.commission_type,
        commission_value: EMPTY.commission_value,
        fixed_values: EMPTY.fixed_values,
        ...(changes.exclude ? { cap_per_order: [], cap_per_period: null } : {}),
      }
    : old
  const content = {
    ...kept,
    ...changes,
    name: changes.name ?? before?.name ?? "",
    starts_at: timeOf(changes.starts_at, old.starts_at),
    ends_at: timeOf(changes.ends_at, old.ends_at),
  }
  const problem = problemOfRule(content)
  if (problem) {
    throw invalid(problem)
  }
  return content
}

export const contentOf = (version: RuleVersionRecord): RuleContent => ({
  name: version.name,
  commission_type: version.commission_type,
  commission_value: version.commission_value,
  fixed_values: fromJsonColumn(version.fixed_values),
  exclude: version.exclude,
  conditions: fromJsonColumn(version.conditions),
  cap_per_order: fromJsonColumn(version.cap_per_order),
  cap_per_period: version.cap_per_period as PeriodCap | null,
  starts_at: version.starts_at,
  ends_at: version.ends_at,
})

/** The content as the columns of a version take it. */
export const columnsOf = (content: RuleContent) => ({
  ...content,
  commission_value: content.commission_value ?? 0,
  fixed_values: toJsonColumn(content.fixed_values),
  conditions: toJsonColumn(content.conditions),
  cap_per_order: toJsonColumn(content.cap_per_order),
  cap_per_period: content.cap_per_period as Record<string, unknown> | null,
})

/** A rule that is not published, to price an order by. */
export const draftOf = (
  content: RuleContent,
  of: Pick<Rule, "rule_id" | "version" | "published_at">
): Rule => ({
  ...content,
  ...of,
  id: `${of.rule_id}_draft`,
  commission_value: String(content.commission_value ?? 0),
})
