import fc from "fast-check"
import {
  entitlementsOf,
  OrderEntitlement,
} from "../../src/modules/affiliate/domain/entitlement"
import { toAmount, toDecimal } from "../../src/modules/affiliate/domain/money"
import { OrderSnapshot } from "../../src/modules/affiliate/domain/order-snapshot"
import { grantOf } from "../../src/modules/affiliate/domain/rules/grant"
import { Rulebook } from "../../src/modules/affiliate/domain/rules/rule"
import { compareRules } from "../../src/modules/affiliate/domain/rules/specificity"
import { PinnedTerms } from "../../src/modules/affiliate/domain/terms"
import { Fraction, NONE, WHOLE } from "../support/fraction"
import { anyTerms, asFraction, orders, sumOf } from "./support/orders"
import { anyRule, anyRules, book, ruledOrders } from "./support/rules"

const RUNS = { numRuns: 500 }
const HUNDRED = Fraction.of(100)

const amounts = ({ entitlements }: OrderEntitlement) =>
  entitlements.map(({ amount }) => toDecimal(amount))
const owed = (
  { order, book: rules }: { order: OrderSnapshot; book: Rulebook },
  terms: PinnedTerms
) => entitlementsOf(order, "aff_1", terms, rules)

test("the lines of each commission add up to it exactly, and none is negative", () => {
  fc.assert(
    fc.property(ruledOrders, anyTerms, (ruled, terms) => {
      for (const { amount, lines } of owed(ruled, terms).entitlements) {
        expect(sumOf(lines.map((line) => line.amount)).toDecimal()).toBe(
          toDecimal(amount)
        )
        expect(lines.every((line) => line.amount.gte(0))).toBe(true)
      }
    }),
    RUNS
  )
})

test("the order in which rules and lines are listed changes nothing", () => {
  fc.assert(
    fc.property(
      ruledOrders.chain((ruled) =>
        fc.record({
          ruled: fc.constant(ruled),
          items: fc.shuffledSubarray(ruled.order.items, {
            minLength: ruled.order.items.length,
          }),
          rules: fc.shuffledSubarray(ruled.book.rules, {
            minLength: ruled.book.rules.length,
          }),
        })
      ),
      anyTerms,
      ({ ruled, items, rules }, terms) => {
        const other = {
          order: { ...ruled.order, items },
          book: { ...ruled.book, rules },
        }
        expect(amounts(owed(other, terms))).toEqual(amounts(owed(ruled, terms)))
        const ruleOf = (of: typeof ruled) =>
          Object.fromEntries(
            owed(of, terms).ruled_lines.map(({ order_line_id, by }) => [
              order_line_id,
              [by.rule?.id, by.excluded_by?.id],
            ])
          )
        expect(ruleOf(other)).toEqual(ruleOf(ruled))
      }
    ),
    RUNS
  )
})

test("the commission is the sum over the rates, in exact fractions, rounded once", () => {
  fc.assert(
    fc.property(ruledOrders, anyTerms, ({ order, book: rules }, terms) => {
      const result = entitlementsOf(order, "aff_1", terms, rules)
      const all = terms.include_shipping
        ? [...order.items, ...order.shipping]
        : order.items
      const before = asFraction(order.total_before_refunds)
      const left =
        before.compare(NONE) <= 0
          ? WHOLE
          : asFraction(order.total).dividedBy(before).max(NONE).min(WHOLE)
      const shares = new Map<
        string,
        {
          base: Fraction
          units: Fraction
          rate: Pick<PinnedTerms, "commission_type" | "commission_value">
          cap: Fraction | null
        }
      >()
      result.ruled_lines.forEach(({ by, base }, index) => {
        const key = by.rule?.rule_id ?? ""
        const cap = by.rule?.cap_per_order[0]?.amount
        const share = shares.get(key) ?? {
          base: NONE,
          units: NONE,
          rate: by.rule ?? terms,
          cap: cap === undefined ? null : Fraction.of(Number(cap)),
        }
        const kept =
          order.items.includes(all[index]!) && base.gt(0)
            ? asFraction(all[index]!.quantity)
            : NONE
        shares.set(key, {
          ...share,
          base: share.base.plus(asFraction(base)),
          units: share.units.plus(kept),
        })
      })
      fc.pre(rules.rules.length > 0)
      const expected = Fraction.sum(
        [...shares.values()].map(({ base, units, rate, cap }) => {
          const value = Fraction.of(rate.commission_value)
          const earned = {
            percentage: base.times(value).dividedBy(HUNDRED),
            fixed_per_item: units.times(value),
            fixed_per_order: base.isZero() ? NONE : value,
          }[rate.commission_type].times(left)
          return cap ? earned.min(cap) : earned
        })
      ).rounded(order.digits)
      expect(toDecimal(result.entitlements[0]!.amount)).toBe(
        expected.toDecimal()
      )
    }),
    RUNS
  )
})

test("what a rule's lines earn in an order is never more than its cap, to the cent", () => {
  fc.assert(
    fc.property(ruledOrders, anyTerms, ({ order, book: rules }, terms) => {
      const result = entitlementsOf(order, "aff_1", terms, rules)
      const { lines } = result.entitlements[0]!
      for (const { rule_id, cap_per_order } of rules.rules) {
        const cap = cap_per_order[0]?.amount
        if (cap !== undefined) {
          const earned = lines.filter(
            (_, index) =>
              result.ruled_lines[index]!.by.rule?.rule_id === rule_id
          )
          expect(
            sumOf(earned.map(({ amount }) => amount)).compare(
              Fraction.of(Number(cap))
            )
          ).toBeLessThanOrEqual(0)
        }
      }
    }),
    RUNS
  )
})

test("excluded lines earn nothing, for nobody", () => {
  fc.assert(
    fc.property(ruledOrders, anyTerms, (ruled, terms) => {
      const result = owed(ruled, terms)
      // Where nothing at all is worth anything, nothing is parted either.
      for (const { lines } of result.entitlements) {
        result.ruled_lines.forEach(({ by, base }, index) => {
          if (by.excluded_by) {
            expect(base.isZero()).toBe(true)
            expect(lines[index]!.amount.isZero()).toBe(true)
          }
        })
      }
    }),
    RUNS
  )
})

test("rules that apply to nothing leave everything as it is without rules", () => {
  fc.assert(
    fc.property(orders, anyTerms, anyRules, (order, terms, rules) => {
      const elsewhere = rules.map((rule) => ({
        ...rule,
        conditions: [{ attribute: "variant" as const, values: ["none"] }],
      }))
      const { ruled_lines: _, ...result } = entitlementsOf(
        order,
        "aff_1",
        terms,
        book(elsewhere)
      )
      const { ruled_lines: __, ...without } = entitlementsOf(
        order,
        "aff_1",
        terms
      )
      expect(result).toEqual(without)
    }),
    RUNS
  )
})

test("which rule goes first is a total order: of two rules one does, and it never goes in a circle", () => {
  fc.assert(
    fc.property(anyRule, anyRule, anyRule, (a, b, c) => {
      expect(Math.sign(compareRules(a, b))).toBe(-Math.sign(compareRules(b, a)))
      expect(compareRules(a, b)).not.toBe(0)
      if (compareRules(a, b) < 0 && compareRules(b, c) < 0) {
        expect(compareRules(a, c)).toBeLessThan(0)
      }
    }),
    { numRuns: 2000 }
  )
})

test("grants never add up to more than the cap, whatever orders earn and in which turn", () => {
  const asked = fc.record({
    order: fc.nat({ max: 4 }),
    earned: fc.nat({ max: 30 }),
  })
  fc.assert(
    fc.property(fc.nat({ max: 50 }), fc.array(asked), (cap, turns) => {
      const held = new Map<number, { earned: number; granted: number }>()
      for (const { order, earned } of turns) {
        const others = [...held].reduce(
          (total, [key, { granted }]) => total + (key === order ? 0 : granted),
          0
        )
        const before = held.get(order)
        const granted = grantOf({
          earned: toAmount(earned),
          cap: toAmount(cap),
          others: toAmount(others),
          stored: before
            ? {
                earned: toAmount(before.earned),
                granted: toAmount(before.granted),
              }
            : null,
        }).toNumber()
        if (before?.earned === earned) {
          expect(granted).toBe(before.granted)
        }
        held.set(order, { earned, granted })
        expect(granted).toBeLessThanOrEqual(earned)
        expect(others + granted).toBeLessThanOrEqual(cap)
      }
    }),
    RUNS
  )
})
