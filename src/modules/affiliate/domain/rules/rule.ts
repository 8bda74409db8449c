import { CommissionType, CurrencyAmount } from "../terms"
import { CapPeriod } from "./period"

/** What a condition may ask about, the most specific first. */
export const RULE_ATTRIBUTES = [
  "variant",
  "product",
  "collection",
  "category",
  "type",
  "tag",
  "item_kind",
  "affiliate",
  "customer_group",
  "customer_kind",
  "campaign",
  "tier",
  "sales_channel",
  "region",
] as const
export type RuleAttribute = (typeof RULE_ATTRIBUTES)[number]

/** Of these every line of an order has the same, for ever: they are read when the order is judged. */
const ORDER_ATTRIBUTES: ReadonlySet<RuleAttribute> = new Set([
  "affiliate",
  "customer_group",
  "customer_kind",
  "campaign",
  "tier",
  "sales_channel",
  "region",
] as const)

export const isOfOrder = (attribute: RuleAttribute): boolean =>
  ORDER_ATTRIBUTES.has(attribute)

/** The values of attributes that are words, not ids. */
export const WORDS_OF_ATTRIBUTE: Partial<
  Record<RuleAttribute, readonly string[]>
> = {
  item_kind: ["gift_card", "on_sale"],
  customer_kind: ["new", "returning"],
}

/** Holds when the attribute has one of the values; negated, when it has none of them. */
export interface RuleCondition {
  attribute: RuleAttribute
  values: string[]
  negate?: boolean
}

/** No more than this in one currency and period, per affiliate. */
export interface PeriodCap {
  period: CapPeriod
  values: CurrencyAmount[]
}

/** One version of a rule. Decimals are text. */
export interface Rule {
  /** Of the version. */
  id: string
  rule_id: string
  version: number
  name: string
  commission_type: CommissionType
  /** Percent, or major units for the fixed types. */
  commission_value: string
  /** Where a fixed rule lists currencies, it applies in those only. */
  fixed_values: CurrencyAmount[]
  /** What matches earns nothing. */
  exclude: boolean
  /** All must hold. */
  conditions: RuleCondition[]
  cap_per_order: CurrencyAmount[]
  cap_per_period: PeriodCap | null
  published_at: Date
}

/** What an order, or one of its lines, has of each attribute: ids, or words. */
export type AttributeValues = Partial<Record<RuleAttribute, string[]>>

/** The attributes of an order and of each of its lines, by the id of the line. */
export interface OrderAttributes {
  order: AttributeValues
  lines: Record<string, AttributeValues>
}

/**
 * What of the rules is pinned with an order's terms. Versions never change, so
 * that their ids are enough.
 */
export interface PinnedRules extends OrderAttributes {
  versions: string[]
}

/** The rules an order is priced by, with the attributes pinned for it. */
export interface Rulebook extends OrderAttributes {
  rules: Rule[]
}

export const NO_RULES: Rulebook = { rules: [], order: {}, lines: {} }
