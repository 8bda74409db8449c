import {
  problemOfRule,
  RuleTerms,
} from "../../src/modules/affiliate/domain/rules/problem"
import {
  RULE_ATTRIBUTES,
  RuleCondition,
} from "../../src/modules/affiliate/domain/rules/rule"
import { not, only } from "./support/rules"

const rule = (parts: Partial<RuleTerms> = {}): RuleTerms => ({
  commission_type: "percentage",
  commission_value: 10,
  fixed_values: [],
  exclude: false,
  conditions: [],
  cap_per_order: [],
  cap_per_period: null,
  starts_at: null,
  ends_at: null,
  ...parts,
})
const excluding = (parts: Partial<RuleTerms> = {}): RuleTerms =>
  rule({
    exclude: true,
    commission_value: null,
    conditions: [only("tag", "sale")],
    ...parts,
  })
const usd = [{ currency_code: "usd", amount: 5 }]
const at = (time: string) => new Date(`2026-01-01T${time}Z`)
const ids = (count: number) =>
  Array.from({ length: count }, (_, index) => `prod_${index}`)
const eachOnce = (count: number): RuleCondition[] =>
  RULE_ATTRIBUTES.slice(0, count).map((attribute) =>
    only(
      attribute,
      attribute === "item_kind"
        ? "on_sale"
        : attribute === "customer_kind"
          ? "new"
          : "x"
    )
  )

test.each<[string, RuleTerms]>([
  ["a percentage for everything", rule()],
  ["nothing at all, zero percent", rule({ commission_value: 0 })],
  [
    "a fixed amount in any currency",
    rule({ commission_type: "fixed_per_item" }),
  ],
  [
    "fixed amounts in some currencies",
    rule({
      commission_type: "fixed_per_order",
      commission_value: null,
      fixed_values: usd,
    }),
  ],
  ["an exclusion", excluding()],
  ["an exclusion with a rate of zero", excluding({ commission_value: 0 })],
  [
    "an attribute and its negation",
    rule({ conditions: [only("tag", "a"), not("tag", "b")] }),
  ],
  ["500 values", rule({ conditions: [only("product", ...ids(500))] })],
  ["13 conditions", rule({ conditions: eachOnce(13) })],
  [
    "both caps",
    rule({
      cap_per_order: usd,
      cap_per_period: { period: "week", values: usd },
    }),
  ],
  ["a time", rule({ starts_at: at("10:00:00"), ends_at: at("10:00:01") })],
])("may be %s", (_name, terms) => {
  expect(problemOfRule(terms)).toBeNull()
})

test.each<[string, RuleTerms, string]>([
  ["no rate", rule({ commission_value: null }), "commission_value"],
  ["over a hundred percent", rule({ commission_value: 101 }), "0 to 100"],
  ["too fine a percentage", rule({ commission_value: 1.23456 }), "4 decimals"],
  ["fixed values of a percentage", rule({ fixed_values: usd }), "fixed_values"],
  [
    "a fixed type without amounts",
    rule({ commission_type: "fixed_per_item", commission_value: null }),
    "needs 'fixed_values'",
  ],
  ["an exclusion with a rate", excluding({ commission_value: 5 }), "exclude"],
  ["an exclusion with amounts", excluding({ fixed_values: usd }), "exclude"],
  ["an exclusion with a cap", excluding({ cap_per_order: usd }), "exclude"],
  [
    "an exclusion with a cap per period",
    excluding({ cap_per_period: { period: "day", values: usd } }),
    "exclude",
  ],
  ["an exclusion of everything", excluding({ conditions: [] }), "conditions"],
  [
    "a condition of nothing",
    rule({ conditions: [only("tag")] }),
    "conditions.0.values",
  ],
  ["501 values", rule({ conditions: [only("tag", ...ids(501))] }), "500"],
  ["a value twice", rule({ conditions: [only("tag", "a", "a")] }), "twice"],
  ["14 conditions", rule({ conditions: eachOnce(14) }), "13"],
  [
    "an attribute twice",
    rule({ conditions: [only("tag", "a"), only("tag", "b")] }),
    "twice about tag",
  ],
  [
    "another kind of customer",
    rule({ conditions: [only("customer_kind", "old")] }),
    "new and returning",
  ],
  [
    "another kind of item",
    rule({ conditions: [only("item_kind", "sale")] }),
    "gift_card and on_sale",
  ],
  [
    "a cap per period of no currency",
    rule({ cap_per_period: { period: "day", values: [] } }),
    "cap_per_period.values",
  ],
  [
    "an end at its start",
    rule({ starts_at: at("10:00:00"), ends_at: at("10:00:00") }),
    "ends_at",
  ],
])("must not be %s", (_name, terms, words) => {
  expect(problemOfRule(terms)).toContain(words)
})
