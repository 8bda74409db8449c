import fc from "fast-check"
import { Amount, toAmount } from "../../../src/modules/affiliate/domain/money"
import {
  OrderSnapshot,
  OrderSnapshotLine,
} from "../../../src/modules/affiliate/domain/order-snapshot"
import {
  PinnedLevel,
  PinnedTerms,
} from "../../../src/modules/affiliate/domain/terms"
import { Fraction, NONE } from "../../support/fraction"

export const PLACED_AT = new Date("2026-03-01T12:00:00Z")

/** An order of nothing, from nobody, with what a test says of it. */
export function snapshot(parts: Partial<OrderSnapshot> = {}): OrderSnapshot {
  return {
    order_id: "order_1",
    order_display_id: 1,
    currency_code: "usd",
    digits: 2,
    placed_at: PLACED_AT,
    customer_id: null,
    email: "shopper@example.com",
    cart_id: "cart_1",
    canceled_at: null,
    items: [],
    shipping: [],
    codes: [],
    total: toAmount(0),
    total_before_refunds: toAmount(0),
    paid: toAmount(0),
    payable: toAmount(0),
    stamp: "1",
    ...parts,
  }
}

/** A line as the order stands; what is kept of it, without tax and with. */
export function line(
  id: string,
  {
    quantity = 1,
    net,
    gross = net,
  }: { quantity?: number; net: number | string; gross?: number | string }
): OrderSnapshotLine {
  return {
    id,
    title: id,
    quantity: toAmount(quantity),
    net: toAmount(net),
    gross: toAmount(gross),
  }
}

/** 20 % for ever, with what a test says. */
export function terms(parts: Partial<PinnedTerms> = {}): PinnedTerms {
  return {
    program_id: "affprog_1",
    tier_id: null,
    rate_source: "program",
    commission_type: "percentage",
    commission_value: "20",
    hold_days: 30,
    trailing_months: null,
    include_shipping: false,
    include_tax: false,
    levels: [],
    ...parts,
  }
}

export const asFraction = (amount: Amount): Fraction =>
  Fraction.of(amount.toFixed())

export const sumOf = (amounts: Amount[]): Fraction =>
  Fraction.sum(amounts.map(asFraction))

/** Yen, dollars, dinars, and a currency that may come. */
export const digits = fc.constantFrom(0, 2, 3, 4)

const decimal = (units: number, places: number): string =>
  Fraction.of(units)
    .dividedBy(Fraction.of(10 ** places))
    .toDecimal()

/** A percentage with up to four decimals, as a program allows it. */
export const percent = fc
  .record({
    units: fc.integer({ min: 0, max: 1_000_000 }),
    round: fc.boolean(),
  })
  .map(({ units, round }) =>
    round ? String(Math.ceil(units / 10_000)) : decimal(units, 4)
  )

/**
 * One line after discounts and returns. Prices are in the currency's digits; a percentage off leaves more decimals, and
 * that is how Medusa keeps it.
 */
const orderLine = (id: string, places: number, tax: number) =>
  fc
    .record({
      quantity: fc.integer({ min: 0, max: 5 }),
      unit: fc.integer({ min: 0, max: 50_000 }),
      percentOff: fc.constantFrom(0, 0, 5, 10, 33, 100),
    })
    .map(({ quantity, unit, percentOff }) => {
      const net = Fraction.of(decimal(unit, places))
        .times(Fraction.of(quantity * (100 - percentOff)))
        .dividedBy(Fraction.of(100))
      const gross = net
        .times(Fraction.of(100 + tax))
        .dividedBy(Fraction.of(100))
      return line(id, {
        quantity,
        net: net.toDecimal(),
        gross: gross.toDecimal(),
      })
    })

/** Any order, with goodwill refunds of up to more than it was worth. */
export const orders: fc.Arbitrary<OrderSnapshot> = fc
  .record({
    places: digits,
    tax: fc.constantFrom(0, 7, 10, 19),
    lines: fc.integer({ min: 0, max: 6 }),
    shipped: fc.boolean(),
    // Of 6, so that thirds and sixths of an order are left too.
    refundedSixths: fc.constantFrom(0, 0, 0, 1, 2, 3, 4, 5, 6, 7),
    refundedUnits: fc.integer({ min: 0, max: 5_000 }),
  })
  .chain(({ places, tax, lines, shipped, ...money }) =>
    fc
      .record({
        items: fc.tuple(
          ...Array.from({ length: lines }, (_, index) =>
            orderLine(`item_${index}`, places, tax)
          )
        ),
        shipping: fc.array(orderLine("shipping", places, tax), {
          minLength: shipped ? 1 : 0,
          maxLength: shipped ? 1 : 0,
        }),
        canceled: fc.integer({ min: 0, max: 9 }).map((value) => value === 0),
      })
      .map(({ items, shipping, canceled }) => {
        const before = sumOf([...items, ...shipping].map(({ gross }) => gross))
        const refunded = before
          .times(Fraction.of(money.refundedSixths))
          .dividedBy(Fraction.of(6))
          .rounded(places)
          .plus(
            money.refundedSixths % 2
              ? Fraction.of(decimal(money.refundedUnits, places))
              : NONE
          )
        return snapshot({
          digits: places,
          items,
          shipping,
          canceled_at: canceled ? new Date() : null,
          total_before_refunds: toAmount(before.toDecimal()),
          total: toAmount(before.minus(refunded).toDecimal()),
        })
      })
  )

const level = (index: number): fc.Arbitrary<PinnedLevel> =>
  fc.record({
    level: fc.constant(index + 2),
    affiliate_id: fc.constant(`aff_level_${index + 2}`),
    percent,
    basis: fc.constantFrom("order" as const, "commission" as const),
  })

/** Any terms that a program may have. */
export const anyTerms: fc.Arbitrary<PinnedTerms> = fc
  .record({
    commission_type: fc.constantFrom(
      "percentage" as const,
      "fixed_per_item" as const,
      "fixed_per_order" as const
    ),
    commission_value: percent,
    include_shipping: fc.boolean(),
    include_tax: fc.boolean(),
    levels: fc
      .integer({ min: 0, max: 3 })
      .chain((count) =>
        fc.tuple(...Array.from({ length: count }, (_, index) => level(index)))
      ),
  })
  .map(terms)
