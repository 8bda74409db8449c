import type { RuleAttributeName } from "../../modules/affiliate/domain/trace-facts"
import type { CurrencyAmount, Paged } from "./common"
import type { TraceStep } from "./order"
import type { CommissionType } from "./program"

export type RuleAttribute = RuleAttributeName
export type CapPeriod = "day" | "week" | "month" | "all"

/** Holds when the attribute has one of the values; negated, when it has none of them. */
export type RuleCondition = {
  attribute: RuleAttribute
  /** Ids, or words. */
  values: string[]
  negate?: boolean
}

/** What one version of a rule says. */
export type RuleContent = {
  name: string
  commission_type: CommissionType
  /** Percent, or the amount in every currency where none is listed. */
  commission_value: number
  fixed_values: CurrencyAmount[]
  /** What matches earns nothing. */
  exclude: boolean
  /** All must hold; none = every item. */
  conditions: RuleCondition[]
  cap_per_order: CurrencyAmount[]
  cap_per_period: { period: CapPeriod; values: CurrencyAmount[] } | null
  starts_at: string | null
  ends_at: string | null
}

export type RuleVersion = RuleContent & {
  id: string
  version: number
  published_at: string
}

/** A rule with what its latest version says. */
export type Rule = RuleContent & {
  id: string
  program_id: string
  version: number
  published_at: string
  /** From then on it applies to no order; `null` = it is in force. */
  retired_at: string | null
  created_at: string
}

export type RuleListResponse = { affiliate_rules: Rule[] } & Paged
export type RuleResponse = { affiliate_rule: Rule }
export type RuleVersionListResponse = {
  affiliate_rule_versions: RuleVersion[]
} & Paged

/** What is left out of a new rule is empty; of a next version, as it was. */
export type CreateRule = {
  program_id: string
  name: string
} & Partial<RuleContent>
export type PublishRule = Partial<RuleContent>

export type PreviewRule = {
  rule: CreateRule
  order_id: string
  /** The rule that it would be the next version of. */
  rule_id?: string
}

/** An order line with what it earns, and by which rule. */
export type PricedLine = {
  order_line_id: string
  title: string
  quantity: number
  base: number
  amount: number
  excluded: boolean
  /** `null` = by the terms pinned with the order. */
  rule: { id: string; name: string; version: number } | null
}

export type PricedOrder = {
  base_total: number
  commission_total: number
  commissions: { affiliate_id: string; level: number; amount: number }[]
  /** Of the first level. */
  lines: PricedLine[]
  trace: TraceStep[]
}

export type RulePreview = {
  order_id: string
  currency_code: string
  current: PricedOrder
  preview: PricedOrder
}
