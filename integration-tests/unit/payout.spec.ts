import fc from "fast-check"
import { sum, toAmount, ZERO } from "../../src/modules/affiliate/domain/money"
import {
  AvailableCommission,
  fillPayout,
  minimumPayout,
  payoutKey,
  refusePayout,
} from "../../src/modules/affiliate/domain/payout"

const cents = (value: number) => toAmount(value).div(100)

/** Commissions with money or a debt in the available account, as the ledger reads them. */
const commissions = fc
  .array(
    fc.record({
      cents: fc
        .integer({ min: -5_000, max: 20_000 })
        .filter((value) => value !== 0),
      // Few moments, so that several were released at the same one.
      minute: fc.integer({ min: 0, max: 5 }),
    }),
    { minLength: 1, maxLength: 12 }
  )
  .map((rows) =>
    rows.map(({ cents: value, minute }, index): AvailableCommission => ({
      commission_id: `affcom_${String(index).padStart(2, "0")}`,
      available: cents(value),
      released_at: new Date(minute * 60_000),
    }))
  )

/** Commissions with an amount that may be paid out of them. */
const payable = commissions
  .filter((list) => sum(list.map(({ available }) => available)).gt(0))
  .chain((list) => {
    const total = sum(list.map(({ available }) => available))
      .times(100)
      .toNumber()
    return fc
      .integer({ min: 1, max: total })
      .map((value) => ({ list, amount: cents(value) }))
  })

describe("fillPayout", () => {
  test("the parts add up to the amount", () => {
    fc.assert(
      fc.property(payable, ({ list, amount }) => {
        const parts = fillPayout(list, amount)
        expect(sum(parts.map((part) => part.amount)).toFixed()).toBe(
          amount.toFixed()
        )
      })
    )
  })

  test("no commission gives more than it has, and none twice", () => {
    fc.assert(
      fc.property(payable, ({ list, amount }) => {
        const has = new Map(
          list.map(({ commission_id, available }) => [commission_id, available])
        )
        const parts = fillPayout(list, amount)
        expect(
          new Set(parts.map(({ commission_id }) => commission_id)).size
        ).toBe(parts.length)
        for (const part of parts) {
          expect(part.amount.isZero()).toBe(false)
          expect(part.amount.lte(has.get(part.commission_id)!)).toBe(true)
        }
      })
    )
  })

  test("every debt is netted whole, however small the payout", () => {
    fc.assert(
      fc.property(payable, ({ list, amount }) => {
        const netted = fillPayout(list, amount).filter((part) =>
          part.amount.lt(0)
        )
        const debts = list.filter(({ available }) => available.lt(0))
        expect(
          netted
            .map((part) => [part.commission_id, part.amount.toFixed()])
            .sort()
        ).toEqual(
          debts
            .map((debt) => [debt.commission_id, debt.available.toFixed()])
            .sort()
        )
      })
    )
  })

  test("what was released earliest goes first, and only the last is split", () => {
    fc.assert(
      fc.property(payable, ({ list, amount }) => {
        const given = new Map(
          fillPayout(list, amount).map((part) => [
            part.commission_id,
            part.amount,
          ])
        )
        const inTurn = list
          .filter(({ available }) => available.gt(0))
          .sort(
            (a, b) =>
              a.released_at.getTime() - b.released_at.getTime() ||
              a.commission_id.localeCompare(b.commission_id)
          )
        const rests = inTurn.map(({ commission_id, available }) =>
          available.minus(given.get(commission_id) ?? ZERO)
        )
        const firstKept = rests.findIndex((rest) => rest.gt(0))
        // After the first commission that kept something, all kept everything.
        if (firstKept >= 0) {
          for (let i = firstKept + 1; i < inTurn.length; i++) {
            expect(given.has(inTurn[i].commission_id)).toBe(false)
          }
        }
      })
    )
  })

  test("the order in which the commissions are read does not matter", () => {
    fc.assert(
      fc.property(payable, ({ list, amount }) => {
        const texts = (of: AvailableCommission[]) =>
          fillPayout(of, amount)
            .map((part) => `${part.commission_id} ${part.amount.toFixed()}`)
            .sort()
        expect(texts([...list].reverse())).toEqual(texts(list))
      })
    )
  })

  test("more than there is cannot be filled", () => {
    fc.assert(
      fc.property(
        commissions,
        fc.integer({ min: 1, max: 1_000 }),
        (list, more) => {
          const total = sum(list.map(({ available }) => available))
          expect(() => fillPayout(list, total.plus(cents(more)))).toThrow(
            RangeError
          )
        }
      )
    )
  })
})

describe("refusePayout", () => {
  test.each([
    ["nothing there", 10, 0, 0, "nothing_available"],
    ["a debt", 10, -5, 0, "nothing_available"],
    ["more than there is", 50.01, 50, 0, "over_balance"],
    ["less than the minimum", 49.99, 100, 50, "below_minimum"],
    ["all there is, under the minimum", 10.4, 10.4, 50, "below_minimum"],
    ["exactly the minimum", 50, 100, 50, null],
    ["exactly all there is", 100, 100, 50, null],
  ])("%s", (_name, amount, available, minimum, reason) => {
    const refusal = refusePayout(
      toAmount(amount),
      toAmount(available),
      toAmount(minimum)
    )
    expect(refusal?.reason ?? null).toBe(reason)
  })

  test("what is not refused can be filled from the same balance", () => {
    fc.assert(
      fc.property(
        commissions,
        fc.integer({ min: 1, max: 30_000 }),
        (list, value) => {
          const available = sum(list.map((commission) => commission.available))
          const amount = cents(value)
          if (!refusePayout(amount, available, ZERO)) {
            expect(() => fillPayout(list, amount)).not.toThrow()
          }
        }
      )
    )
  })
})

describe("minimumPayout", () => {
  const program = [
    { currency_code: "usd", amount: 50 },
    { currency_code: "eur", amount: 40 },
  ]

  test.each([
    [
      "the tier's own goes before the program's",
      [{ currency_code: "usd", amount: 100 }],
      "usd",
      "100",
    ],
    [
      "a tier without the currency leaves the program's",
      [{ currency_code: "usd", amount: 100 }],
      "eur",
      "40",
    ],
    [
      "a tier may ask for nothing",
      [{ currency_code: "usd", amount: 0 }],
      "usd",
      "0",
    ],
    ["no tier", null, "usd", "50"],
    ["a currency that nobody lists has none", [], "jpy", "0"],
    [
      "currencies match in any letter case",
      [{ currency_code: "USD", amount: 7 }],
      "usd",
      "7",
    ],
  ])("%s", (_name, tier, currency, expected) => {
    expect(minimumPayout(tier, program, currency).toFixed()).toBe(expected)
  })
})

test("another attempt has another key, and so has another payout", () => {
  const keys = [
    payoutKey("affpay_1", 1),
    payoutKey("affpay_1", 2),
    payoutKey("affpay_11", 1),
  ]
  expect(new Set(keys).size).toBe(3)
})
