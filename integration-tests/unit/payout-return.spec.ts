import fc from "fast-check"
import {
  sum,
  toAmount,
  toDecimal,
} from "../../src/modules/affiliate/domain/money"
import {
  spreadReturn,
  type ReturnablePart,
} from "../../src/modules/affiliate/domain/payout-return"

const part = (
  commission_id: string,
  amount: number | string,
  returned: number | string = 0
): ReturnablePart => ({
  commission_id,
  amount: toAmount(amount),
  returned: toAmount(returned),
})

const spread = (parts: ReturnablePart[], amount: number | string, digits = 2) =>
  spreadReturn(parts, toAmount(amount), digits).map(({ amount }) =>
    toDecimal(amount)
  )

test("all that was sent comes back part by part, a netted debt as a debt", () => {
  expect(
    spread([part("a", 30), part("b", "-4.5"), part("c", "0.01")], "25.51")
  ).toEqual(["30", "-4.5", "0.01"])
})

test("a part comes back in proportion, the odd cent to the largest remainder and then the earliest", () => {
  expect(spread([part("a", 10), part("b", 10), part("c", 10)], 10)).toEqual([
    "3.34",
    "3.33",
    "3.33",
  ])
  expect(spread([part("a", 20), part("b", 10)], "0.01")).toEqual(["0.01", "0"])
  expect(spread([part("a", 100), part("b", 50)], 1, 0)).toEqual(["1", "0"])
})

test("what is still out goes by what came back before", () => {
  expect(spread([part("a", 10, 10), part("b", 20, 5)], 15)).toEqual(["0", "15"])
})

test.each([
  ["nothing", "0"],
  ["less than nothing", "-1"],
  ["more than is out", "10.01"],
  ["half a cent", "0.005"],
])("%s cannot come back", (_, amount) => {
  expect(() => spread([part("a", 10)], amount)).toThrow(RangeError)
})

const cents = fc.integer({ min: 1, max: 1_000_000 })
/** What a payout is made of: earnings, debts, and more of the former. */
const payout = fc
  .record({
    earnings: fc.array(cents, { minLength: 1, maxLength: 8 }),
    debts: fc.array(cents, { maxLength: 4 }),
    steps: fc.array(fc.integer({ min: 1, max: 1_000_000 }), { maxLength: 6 }),
    digits: fc.constantFrom(0, 2, 3),
  })
  .filter(
    ({ earnings, debts }) =>
      earnings.reduce((a, b) => a + b, 0) > debts.reduce((a, b) => a + b, 0)
  )

test("returns in any steps add up to the cent, stay within each part, and give all back in the end", () => {
  fc.assert(
    fc.property(payout, ({ earnings, debts, steps, digits }) => {
      const parts = [...earnings, ...debts.map((debt) => -debt)].map(
        (units, index) => ({
          commission_id: `c${index}`,
          amount: toAmount(units).shiftedBy(-digits),
          returned: toAmount(0),
        })
      )
      let out = sum(parts.map(({ amount }) => amount))
      const back = (amount: ReturnType<typeof toAmount>) => {
        const shares = spreadReturn(parts, amount, digits)
        expect(sum(shares.map((share) => share.amount)).eq(amount)).toBe(true)
        shares.forEach((share, index) => {
          const one = parts[index]
          one.returned = one.returned.plus(share.amount)
          const rest = one.amount.minus(one.returned)
          // Of the same sign as before, or gone.
          expect(rest.times(one.amount).gte(0)).toBe(true)
          expect(share.amount.times(one.amount).gte(0)).toBe(true)
        })
        out = out.minus(amount)
      }
      for (const step of steps) {
        const amount = toAmount(step).shiftedBy(-digits)
        if (amount.lt(out)) back(amount)
      }
      back(out)
      for (const { amount, returned } of parts)
        expect(returned.eq(amount)).toBe(true)
    })
  )
})
