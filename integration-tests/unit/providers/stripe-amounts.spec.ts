import fc from "fast-check"
import {
  toMajorUnits,
  toSmallestUnits,
} from "../../../src/providers/stripe-connect/amounts"

const units = (amount: string, currency: string): number | string => {
  const taken = toSmallestUnits(amount, currency)
  return taken.ok ? taken.amount : taken.reason
}

describe("an amount as Stripe takes it", () => {
  test.each([
    ["39.60", "usd", 3960],
    ["39.6", "USD", 3960],
    ["39", "eur", 3900],
    ["0.01", "usd", 1],
    ["0.29", "usd", 29],
    ["1.10", "usd", 110],
    ["4.35", "usd", 435],
    ["1019.99", "usd", 101999],
    ["90071992547409.91", "usd", 9007199254740991],
    ["39.600000", "usd", 3960],
    ["25", "jpy", 25],
    ["25.00", "jpy", 25],
    ["1200", "krw", 1200],
    ["5.12", "kwd", 5120],
    ["5.120", "kwd", 5120],
    ["0.01", "bhd", 10],
    ["5", "isk", 500],
    ["10.45", "huf", 1045],
  ])("%s %s is %d", (amount, currency, expected) =>
    expect(units(amount, currency)).toBe(expected)
  )

  test.each([
    ["0.001", "usd", /multiples of 0.01 USD/],
    ["24.975", "usd", /multiples of 0.01 USD/],
    ["25.5", "jpy", /multiples of 1 JPY/],
    ["5.124", "kwd", /multiples of 0.010 KWD/],
    ["40.10", "isk", /multiples of 1.00 ISK/],
    ["100", "ugx", /cannot be made in UGX/],
    ["0", "usd", /nothing to send/],
    ["0.00", "usd", /nothing to send/],
    ["-5", "usd", /not an amount/],
    ["1e3", "usd", /not an amount/],
    ["5,00", "usd", /not an amount/],
    ["", "usd", /not an amount/],
    ["NaN", "usd", /not an amount/],
    ["90071992547409.92", "usd", /more than Stripe/],
  ])("%s %s is refused: %s", (amount, currency, reason) =>
    expect(units(amount, currency)).toMatch(reason)
  )

  test("comes back as the same amount, whatever the currency", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 1n, max: 900_719_925_474_099n }),
        fc.constantFrom("usd", "jpy", "kwd", "isk"),
        (whole, currency) => {
          const step = currency === "kwd" ? 10n : currency === "isk" ? 100n : 1n
          const amount = Number(whole - (whole % step) + step)
          expect(units(toMajorUnits(amount, currency), currency)).toBe(amount)
        }
      )
    )
  })
})

test.each([
  [3960, "usd", "39.60"],
  [5, "usd", "0.05"],
  [0, "usd", "0.00"],
  [-3960, "usd", "-39.60"],
  [-5, "eur", "-0.05"],
  [25, "jpy", "25"],
  [5120, "kwd", "5.120"],
  [10, "kwd", "0.010"],
])("%d of %s's smallest units are %s", (amount, currency, major) =>
  expect(toMajorUnits(amount, currency)).toBe(major)
)
