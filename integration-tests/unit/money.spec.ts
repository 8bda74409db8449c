import fc from "fast-check"
import {
  allocate,
  fitsCurrency,
  roundShare,
  roundToCurrency,
  toAmount,
  toDecimal,
} from "../../src/modules/affiliate/domain/money"
import { Fraction } from "../support/fraction"
import { asFraction, digits, sumOf } from "./support/orders"

/** Any decimal a computation may leave, of either sign. */
const decimals = fc
  .record({
    units: fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }),
    places: fc.integer({ min: 0, max: 15 }),
  })
  .map(({ units, places }) => {
    const text = Fraction.of(units).dividedBy(
      Fraction.of(10n ** BigInt(places))
    )
    return text.toDecimal(places)
  })

describe("roundToCurrency", () => {
  test.each([
    ["yen have none", "24.975", 0, "25"],
    ["half a yen goes up", "0.5", 0, "1"],
    ["less than half a yen goes down", "0.4999999999999999", 0, "0"],
    ["half a cent goes up", "0.015", 2, "0.02"],
    ["half a cent goes up where a float would not", "1.005", 2, "1.01"],
    ["half a cent owed goes away from zero too", "-0.015", 2, "-0.02"],
    ["half a fils goes up", "1.2345", 3, "1.235"],
    ["less than half a fils goes down", "1.23449", 3, "1.234"],
    ["what fits stays", "39.6", 2, "39.6"],
    [
      "large sums are exact",
      "12345678901234567890.125",
      2,
      "12345678901234567890.13",
    ],
  ])("%s", (_name, value, places, expected) => {
    expect(toDecimal(roundToCurrency(toAmount(value), places))).toBe(expected)
  })

  test("is the nearest amount of the currency, a half away from zero", () => {
    fc.assert(
      fc.property(decimals, digits, (value, places) => {
        const rounded = roundToCurrency(toAmount(value), places)
        expect(toDecimal(rounded)).toBe(
          Fraction.of(value).rounded(places).toDecimal(places)
        )
      })
    )
  })

  test("leaves what it has rounded, and what it leaves fits the currency", () => {
    fc.assert(
      fc.property(decimals, digits, (value, places) => {
        const once = roundToCurrency(toAmount(value), places)
        expect(toDecimal(roundToCurrency(once, places))).toBe(toDecimal(once))
        expect(fitsCurrency(once, places)).toBe(true)
      })
    )
  })
})

describe("roundShare", () => {
  const positive = decimals.map((value) => value.replace("-", ""))

  test("is the exact share, rounded once", () => {
    fc.assert(
      fc.property(
        positive,
        positive,
        positive,
        digits,
        (value, part, whole, places) => {
          fc.pre(!Fraction.of(whole).isZero())
          const exact = Fraction.of(value)
            .times(Fraction.of(part))
            .dividedBy(Fraction.of(whole))
          const share = roundShare(
            toAmount(value),
            toAmount(part),
            toAmount(whole),
            places
          )
          expect(toDecimal(share)).toBe(exact.rounded(places).toDecimal(places))
        }
      )
    )
  })

  test.each([
    ["a third of 0.015 is exactly half a cent", "0.015", "1", "3", "0.01"],
    [
      "two thirds of 0.0225 are exactly one and a half",
      "0.0225",
      "2",
      "3",
      "0.02",
    ],
    ["all of it", "39.6", "228.8", "228.8", "39.6"],
    ["nothing of it", "39.6", "0", "228.8", "0"],
    ["the worked example", "39.6", "195.8", "228.8", "33.89"],
  ])("%s", (_name, value, part, whole, expected) => {
    const share = roundShare(
      toAmount(value),
      toAmount(part),
      toAmount(whole),
      2
    )
    expect(toDecimal(share)).toBe(expected)
  })

  test.each([
    ["-1", "1", "1"],
    ["1", "-1", "1"],
    ["1", "1", "0"],
  ])(
    "a negative amount or a whole of nothing is a mistake of the caller",
    (value, part, whole) => {
      expect(() =>
        roundShare(toAmount(value), toAmount(part), toAmount(whole), 2)
      ).toThrow(RangeError)
    }
  )
})

test.each([
  ["1.23", 2, true],
  ["1.230", 2, true],
  ["1.234", 2, false],
  ["1", 0, true],
  ["0.5", 0, false],
  ["-1.2345", 3, false],
])("%s fits a currency of %i decimals: %s", (value, places, expected) => {
  expect(fitsCurrency(toAmount(value), places)).toBe(expected)
})

describe("allocate", () => {
  const weight = fc.oneof(
    fc.constant("0"),
    fc.integer({ min: 0, max: 100_000 }).map(String),
    decimals.map((value) => value.replace("-", ""))
  )
  const splits = fc.record({
    places: digits,
    units: fc.integer({ min: 0, max: 1_000_000 }),
    weights: fc.array(weight, { minLength: 1, maxLength: 12 }),
  })
  const split = ({
    places,
    units,
    weights,
  }: {
    places: number
    units: number
    weights: string[]
  }) =>
    allocate(
      toAmount(units).shiftedBy(-places),
      weights.map((value) => toAmount(value)),
      places
    )
  const totalOf = ({ places, units }: { places: number; units: number }) =>
    toAmount(units).shiftedBy(-places).toFixed()

  test("the parts add up to the total, exactly", () => {
    fc.assert(
      fc.property(splits, (input) => {
        expect(sumOf(split(input)).toDecimal()).toBe(totalOf(input))
      })
    )
  })

  test("no part is negative or finer than the currency", () => {
    fc.assert(
      fc.property(splits, (input) => {
        for (const part of split(input)) {
          expect(part.gte(0)).toBe(true)
          expect(fitsCurrency(part, input.places)).toBe(true)
        }
      })
    )
  })

  test("each part is less than one unit of the currency away from its exact share", () => {
    fc.assert(
      fc.property(splits, (input) => {
        const weights = input.weights.map((value) => Fraction.of(value))
        const whole = Fraction.sum(weights)
        fc.pre(!whole.isZero())
        const unit = Fraction.of(1).dividedBy(Fraction.of(10 ** input.places))
        split(input).forEach((part, index) => {
          const share = Fraction.of(totalOf(input))
            .times(weights[index]!)
            .dividedBy(whole)
          const away = asFraction(part).minus(share)
          expect(away.compare(unit)).toBeLessThan(0)
          expect(away.negated().compare(unit)).toBeLessThan(0)
        })
      })
    )
  })

  test("what weighs nothing gets nothing, while anything else weighs something", () => {
    fc.assert(
      fc.property(splits, (input) => {
        fc.pre(input.weights.some((value) => !Fraction.of(value).isZero()))
        split(input).forEach((part, index) => {
          if (Fraction.of(input.weights[index]!).isZero())
            expect(part.isZero()).toBe(true)
        })
      })
    )
  })

  test.each([
    [
      "the largest remainder gets the missing unit",
      "0.02",
      ["1", "1.1", "1"],
      2,
      ["0.01", "0.01", "0"],
    ],
    [
      "equal remainders: the larger share",
      "18.27",
      ["3.6", "18"],
      2,
      ["3.04", "15.23"],
    ],
    [
      "equal remainders of equal shares: the earlier parts",
      "0.02",
      ["5", "5", "5"],
      2,
      ["0.01", "0.01", "0"],
    ],
    ["one yen over three lines", "1", ["1", "1", "1"], 0, ["1", "0", "0"]],
    [
      "nothing weighs anything: equal shares",
      "0.05",
      ["0", "0"],
      2,
      ["0.03", "0.02"],
    ],
    ["one part takes all", "39.6", ["7"], 2, ["39.6"]],
    ["the worked example", "39.6", ["36", "3.6"], 2, ["36", "3.6"]],
  ])("%s", (_name, total, weights, places, expected) => {
    const parts = allocate(
      toAmount(total),
      weights.map((value) => toAmount(value)),
      places
    )
    expect(parts.map(toDecimal)).toEqual(expected)
  })

  test("nothing to split over gives nothing", () => {
    expect(allocate(toAmount(0), [], 2)).toEqual([])
  })

  test("a negative total or weight is a mistake of the caller", () => {
    expect(() => allocate(toAmount(-1), [toAmount(1)], 2)).toThrow(RangeError)
    expect(() => allocate(toAmount(1), [toAmount(2), toAmount(-1)], 2)).toThrow(
      RangeError
    )
  })
})
