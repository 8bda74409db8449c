import fc from "fast-check"
import {
  addSums,
  Movements,
  owedOf,
  RunningBalance,
  wordsOf,
  type StatementEntry,
  type StatementMovement,
} from "../../src/modules/affiliate/domain/figures/movements"
import { toAmount } from "../../src/modules/affiliate/domain/money"
import { ACCOUNTS, noMoney } from "../../src/modules/affiliate/domain/posting"

let ids = 0
const entry = (fields: Partial<StatementEntry>): StatementEntry => ({
  id: `affent_${++ids}`,
  at: "2026-11-20T09:00:00.000001Z",
  account: "pending",
  amount: "10",
  type: "accrue",
  commission_id: "affcom_1",
  payout_id: null,
  kind: "sale",
  order_display_id: 7,
  payout_display_id: null,
  reason: null,
  ...fields,
})

const all = (entries: StatementEntry[]): StatementMovement[] => {
  const movements = new Movements()
  return [...entries.flatMap((one) => movements.add(one)), ...movements.end()]
}

const numbers = ({ changes }: StatementMovement) =>
  ACCOUNTS.map((account) => changes[account].toNumber())

test("a release is one movement, out of pending and into available", () => {
  const released = { type: "release" } as const
  const [movement, ...more] = all([
    entry({ ...released, amount: "-10" }),
    entry({ ...released, account: "available" }),
  ])
  expect(more).toEqual([])
  expect(numbers(movement)).toEqual([-10, 10, 0, 0])
  expect(movement.order_display_id).toBe(7)
})

test("a payout is one movement, whatever it is made of, and no order's", () => {
  const paid = {
    type: "payout_paid",
    payout_id: "affpay_1",
    payout_display_id: 3,
  } as const
  const [movement, ...more] = all(
    ["affcom_1", "affcom_2"].flatMap((commission_id) => [
      entry({ ...paid, commission_id, account: "requested", amount: "-5" }),
      entry({ ...paid, commission_id, account: "paid", amount: "5" }),
    ])
  )
  expect(more).toEqual([])
  expect(numbers(movement)).toEqual([0, 0, -10, 10])
  expect(movement).toMatchObject({
    order_display_id: null,
    payout_display_id: 3,
  })
})

test("different commissions, payouts, facts and moments stay apart", () => {
  const later = "2026-11-20T09:00:00.000002Z"
  expect(
    all([
      entry({}),
      entry({ commission_id: "affcom_2" }),
      entry({ type: "adjust" }),
      entry({ at: later }),
    ])
  ).toHaveLength(4)
})

test("of one moment, a payout is canceled before its money is taken back", () => {
  const back = { payout_id: "affpay_1", account: "available" } as const
  expect(
    all([
      entry({ ...back, type: "clawback", amount: "-10" }),
      entry({ ...back, type: "payout_canceled" }),
    ]).map(({ type }) => type)
  ).toEqual(["payout_canceled", "clawback"])
})

test("whatever moves, rows add up to where the accounts stand, and none is lost", () => {
  const entries = fc.array(
    fc.record({
      minute: fc.nat(20),
      account: fc.constantFrom(...ACCOUNTS),
      cents: fc.integer({ min: -99_999, max: 99_999 }),
      type: fc.constantFrom("accrue", "release", "payout_paid", "clawback"),
      commission: fc.nat(3),
    })
  )
  fc.assert(
    fc.property(entries, (found) => {
      const sorted = found
        .sort((a, b) => a.minute - b.minute)
        .map(({ minute, account, cents, type, commission }) =>
          entry({
            at: `2026-11-20T09:${String(minute).padStart(2, "0")}:00.000000Z`,
            account,
            amount: toAmount(cents).shiftedBy(-2).toFixed(),
            type: type as StatementEntry["type"],
            commission_id: `affcom_${commission}`,
            payout_id: "affpay_1",
          })
        )
      const opening = { ...noMoney(), available: toAmount("0.07") }
      const running = new RunningBalance(opening)
      let owed = owedOf(opening)
      for (const movement of all(sorted)) {
        const row = running.rowOf(movement)
        owed = owed.plus(row.amount)
        expect(row.balance.toFixed()).toBe(owed.toFixed())
      }
      const whole = sorted.reduce(
        (sums, { account, amount }) =>
          addSums(sums, { ...noMoney(), [account]: toAmount(amount) }),
        opening
      )
      for (const account of ACCOUNTS)
        expect(running.sums[account].toFixed()).toBe(whole[account].toFixed())
    })
  )
})

test("what somebody below sold is told apart from one's own orders", () => {
  const own = wordsOf({ type: "accrue", kind: "sale" })
  expect(wordsOf({ type: "accrue", kind: "level" })).not.toBe(own)
})
