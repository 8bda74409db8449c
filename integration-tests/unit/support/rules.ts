import fc from "fast-check"
import type {
  Rule,
  RuleAttribute,
  Rulebook,
} from "../../../src/modules/affiliate/domain/rules/rule"
import { OrderSnapshot } from "../../../src/modules/affiliate/domain/order-snapshot"
import { orders, percent, PLACED_AT } from "./orders"

let made = 0

/** A rule of 10 % for everything, with what a test says; made later = published later. */
export function rule(parts: Partial<Rule> = {}): Rule {
  made++
  return {
    id: `affrulev_${String(made).padStart(6, "0")}`,
    rule_id: `affrule_${String(made).padStart(6, "0")}`,
    version: 1,
    name: `Rule ${made}`,
    commission_type: "percentage",
    commission_value: "10",
    fixed_values: [],
    exclude: false,
    conditions: [],
    cap_per_order: [],
    cap_per_period: null,
    published_at: new Date(PLACED_AT.getTime() - 1_000_000 + made),
    ...parts,
  }
}

/** What is for one value of an attribute. */
export const only = (attribute: RuleAttribute, ...values: string[]) => ({
  attribute,
  values,
})
export const not = (attribute: RuleAttribute, ...values: string[]) => ({
  attribute,
  values,
  negate: true,
})

/** Rules beside the attributes of lines, by the line's id. */
export const book = (
  rules: Rule[],
  lines: Rulebook["lines"] = {},
  order: Rulebook["order"] = {}
): Rulebook => ({ rules, lines, order })

const VALUES = ["a", "b", "c"]
const someValues = fc.subarray(VALUES, { minLength: 1 })
const attribute = fc.constantFrom<RuleAttribute>(
  "product",
  "category",
  "tag",
  "region",
  "customer_group"
)

/** Any rule, also with caps per order, in any of the ways it may be written. */
export const anyRule: fc.Arbitrary<Rule> = fc
  .record({
    commission_type: fc.constantFrom(
      "percentage" as const,
      "fixed_per_item" as const,
      "fixed_per_order" as const
    ),
    commission_value: percent,
    exclude: fc.integer({ min: 0, max: 4 }).map((value) => value === 0),
    conditions: fc.uniqueArray(
      fc.record({ attribute, values: someValues, negate: fc.boolean() }),
      {
        maxLength: 3,
        selector: (condition) => `${condition.attribute} ${condition.negate}`,
      }
    ),
    cap: fc.option(fc.integer({ min: 0, max: 50 })),
    published: fc.integer({ min: 0, max: 3 }),
  })
  .map(({ cap, published, ...parts }) =>
    rule({
      ...parts,
      cap_per_order:
        cap === null ? [] : [{ currency_code: "usd", amount: cap }],
      published_at: new Date(PLACED_AT.getTime() - published),
    })
  )

export const anyRules = fc.array(anyRule, { maxLength: 6 })

/** Any order and any rules, with attributes for every line. */
export const ruledOrders: fc.Arbitrary<{
  order: OrderSnapshot
  book: Rulebook
}> = fc
  .tuple(orders, anyRules, fc.subarray(VALUES))
  .chain(([order, rules, region]) =>
    fc
      .tuple(
        ...order.items.map(() =>
          fc.record({
            product: fc.subarray(VALUES, { maxLength: 1 }),
            category: fc.subarray(VALUES),
            tag: fc.subarray(VALUES),
          })
        )
      )
      .map((values) => ({
        order,
        book: book(
          rules,
          Object.fromEntries(
            order.items.map(({ id }, index) => [id, values[index]!])
          ),
          { region }
        ),
      }))
  )
