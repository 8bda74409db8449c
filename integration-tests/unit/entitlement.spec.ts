import fc from "fast-check"
import {
  entitlementsOf,
  OrderEntitlement,
} from "../../src/modules/affiliate/domain/entitlement"
import {
  fitsCurrency,
  toAmount,
  toDecimal,
} from "../../src/modules/affiliate/domain/money"
import {
  OrderSnapshot,
  OrderSnapshotLine,
} from "../../src/modules/affiliate/domain/order-snapshot"
import { PinnedTerms } from "../../src/modules/affiliate/domain/terms"
import { Fraction, NONE, WHOLE } from "../support/fraction"
import { anyTerms, asFraction, orders, sumOf } from "./support/orders"

const HUNDRED = Fraction.of(100)
const owed = (order: OrderSnapshot, terms: PinnedTerms) =>
  entitlementsOf(order, "aff_1", terms)
const amounts = ({ entitlements }: OrderEntitlement) =>
  entitlements.map(({ amount }) => toDecimal(amount))

/** The lines that count, and what each is worth. */
function counted(order: OrderSnapshot, terms: PinnedTerms) {
  const lines = terms.include_shipping
    ? [...order.items, ...order.shipping]
    : order.items
  return lines.map((line) => ({
    line,
    worth: order.canceled_at
      ? NONE
      : asFraction(terms.include_tax ? line.gross : line.net),
  }))
}

/** What the page on money says, in exact fractions and rounded at the end. */
function expected(order: OrderSnapshot, terms: PinnedTerms): string[] {
  const lines = counted(order, terms)
  const base = Fraction.sum(lines.map(({ worth }) => worth))
  const before = asFraction(order.total_before_refunds)
  const left =
    before.compare(NONE) <= 0
      ? WHOLE
      : asFraction(order.total).dividedBy(before).max(NONE).min(WHOLE)
  const value = Fraction.of(terms.commission_value)
  const units = lines
    .filter(({ line, worth }) => order.items.includes(line) && !worth.isZero())
    .map(({ line }) => asFraction(line.quantity))
  const earned = {
    percentage: base.times(value).dividedBy(HUNDRED),
    fixed_per_item: Fraction.sum(units).times(value),
    fixed_per_order: base.isZero() ? NONE : value,
  }[terms.commission_type]
  const first = earned.times(left).rounded(order.digits)
  const upper = terms.levels.map(({ percent, basis }) =>
    (basis === "order" ? base.times(left) : first)
      .times(Fraction.of(percent))
      .dividedBy(HUNDRED)
      .rounded(order.digits)
  )
  return [first, ...upper].map((amount) => amount.toDecimal())
}

test("every commission is the exact amount, rounded once", () => {
  fc.assert(
    fc.property(orders, anyTerms, (order, terms) => {
      expect(amounts(owed(order, terms))).toEqual(expected(order, terms))
    }),
    { numRuns: 1000 }
  )
})

test("the lines of each commission add up to it exactly", () => {
  fc.assert(
    fc.property(orders, anyTerms, (order, terms) => {
      for (const { amount, lines } of owed(order, terms).entitlements) {
        // An order without lines owes nothing, and has no line to say so.
        expect(sumOf(lines.map((line) => line.amount)).toDecimal()).toBe(
          toDecimal(amount)
        )
      }
    }),
    { numRuns: 1000 }
  )
})

test("no commission and no line is negative, or finer than the currency", () => {
  fc.assert(
    fc.property(orders, anyTerms, (order, terms) => {
      for (const { amount, lines } of owed(order, terms).entitlements) {
        for (const one of [amount, ...lines.map((line) => line.amount)]) {
          expect(one.gte(0)).toBe(true)
          expect(fitsCurrency(one, order.digits)).toBe(true)
        }
      }
    })
  )
})

test("the base is the worth of the lines that count, whatever was given back as goodwill", () => {
  fc.assert(
    fc.property(orders, anyTerms, (order, terms) => {
      const { base_total } = owed(order, terms)
      const worth = Fraction.sum(counted(order, terms).map((one) => one.worth))
      expect(toDecimal(base_total)).toBe(worth.toDecimal())
    })
  )
})

test("the more is given back as goodwill, the less is owed, and never less than nothing", () => {
  const refunds = fc.tuple(fc.nat({ max: 10_000 }), fc.nat({ max: 10_000 }))
  fc.assert(
    fc.property(orders, anyTerms, refunds, (order, terms, [some, more]) => {
      const after = (refunded: number) =>
        owed(
          { ...order, total: order.total_before_refunds.minus(refunded) },
          terms
        )
      const little = after(some)
      const much = after(some + more)
      expect(much.refund_factor.lte(little.refund_factor)).toBe(true)
      expect(much.refund_factor.gte(0)).toBe(true)
      expect(little.refund_factor.lte(1)).toBe(true)
      much.entitlements.forEach(({ amount }, index) => {
        expect(amount.lte(little.entitlements[index]!.amount)).toBe(true)
      })
    })
  )
})

test("a cancelled order owes nothing to anybody", () => {
  fc.assert(
    fc.property(orders, anyTerms, (order, terms) => {
      const { base_total, entitlements } = owed(
        { ...order, canceled_at: new Date() },
        terms
      )
      expect(base_total.isZero()).toBe(true)
      expect(entitlements.every(({ amount }) => amount.isZero())).toBe(true)
    })
  )
})

test("only what the order is now decides, not when it was read, paid for, or how it came there", () => {
  const elsewhere = fc.record({
    order_id: fc.string(),
    stamp: fc.string(),
    placed_at: fc.date({ noInvalidDate: true }),
    email: fc.emailAddress(),
    paid: fc.nat().map(toAmount),
    payable: fc.nat().map(toAmount),
  })
  fc.assert(
    fc.property(orders, anyTerms, elsewhere, (order, terms, other) => {
      expect(owed({ ...order, ...other }, terms)).toEqual(owed(order, terms))
    })
  )
})

test("the order in which the lines are listed changes no commission", () => {
  const shuffled = orders.chain((order) =>
    fc
      .shuffledSubarray(order.items, { minLength: order.items.length })
      .map((items) => ({ order, items }))
  )
  fc.assert(
    fc.property(shuffled, anyTerms, ({ order, items }, terms) => {
      expect(amounts(owed({ ...order, items }, terms))).toEqual(
        amounts(owed(order, terms))
      )
    })
  )
})

test("a line sent back whole owes as much as a line that was never there", () => {
  const back: OrderSnapshotLine = {
    id: "back",
    title: "Back",
    quantity: toAmount(0),
    net: toAmount(0),
    gross: toAmount(0),
  }
  fc.assert(
    fc.property(orders, anyTerms, (order, terms) => {
      const items = [...order.items, back]
      expect(amounts(owed({ ...order, items }, terms))).toEqual(
        amounts(owed(order, terms))
      )
    })
  )
})

test("each level is named with its affiliate, in the order of the terms", () => {
  fc.assert(
    fc.property(orders, anyTerms, (order, terms) => {
      expect(
        owed(order, terms).entitlements.map(({ level, affiliate_id }) => [
          level,
          affiliate_id,
        ])
      ).toEqual([
        [1, "aff_1"],
        ...terms.levels.map(({ level, affiliate_id }) => [level, affiliate_id]),
      ])
    })
  )
})

test("raising the price of a line never lowers a percentage of the order", () => {
  fc.assert(
    fc.property(
      orders,
      anyTerms,
      fc.nat({ max: 9 }),
      fc.nat({ max: 1000 }),
      (order, any, which, more) => {
        fc.pre(which < order.items.length && order.canceled_at === null)
        const terms: PinnedTerms = { ...any, commission_type: "percentage" }
        const dearer = {
          ...order,
          total: order.total_before_refunds.plus(more),
          total_before_refunds: order.total_before_refunds.plus(more),
          items: order.items.map((line, index) =>
            index === which
              ? {
                  ...line,
                  net: line.net.plus(more),
                  gross: line.gross.plus(more),
                }
              : line
          ),
        }
        const before = owed(
          { ...order, total: order.total_before_refunds },
          terms
        ).entitlements
        owed(dearer, terms).entitlements.forEach(({ amount }, index) => {
          expect(amount.gte(before[index]!.amount)).toBe(true)
        })
      }
    )
  )
})
