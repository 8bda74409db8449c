import fc from "fast-check"
import { sum, toAmount, ZERO } from "../../src/modules/affiliate/domain/money"
import {
  ACCOUNTS,
  AccountSums,
  amountToHold,
  CommissionPosition,
  noMoney,
  planPosting,
  planRelease,
  planTransfer,
  PostingPlan,
  statusOf,
  totalOf,
} from "../../src/modules/affiliate/domain/posting"

const cents = (value: number) => toAmount(value).div(100)
const money = (max: number) => fc.integer({ min: 0, max }).map(cents)
const some = (max: number) => fc.integer({ min: 1, max }).map(cents)

/** A commission whose hold is not over. */
const pending = money(10_000).map((amount): CommissionPosition => ({
  sums: { ...noMoney(), pending: amount },
  released: false,
  open_payouts: [],
}))

/** A released commission: some available or a debt, some requested, sent and paid. */
const released = fc
  .record({
    available: fc.integer({ min: -5_000, max: 10_000 }).map(cents),
    /** In payouts under way, out of reach. */
    processing: money(5_000),
    paid: money(5_000),
    items: fc.array(
      fc.record({
        amount: some(5_000),
        // What else is in the payout: other commissions, or debts netted in it.
        others: fc.integer({ min: -4_999, max: 5_000 }).map(cents),
      }),
      { maxLength: 3 }
    ),
  })
  .map(({ available, processing, paid, items }): CommissionPosition => {
    const open = items
      .map(({ amount, others }, index) => ({
        payout_id: `affpay_${index}`,
        amount,
        payout_amount: amount.plus(others),
      }))
      .filter(({ payout_amount }) => payout_amount.gt(0))
    return {
      sums: {
        pending: ZERO,
        available,
        requested: processing.plus(sum(open.map(({ amount }) => amount))),
        paid,
      },
      released: true,
      open_payouts: open,
    }
  })

const position = fc.oneof(pending, released)

/** What the database does with a plan, the obvious way. */
function apply(
  { sums, released, open_payouts }: CommissionPosition,
  plan: PostingPlan
) {
  const after: AccountSums = { ...sums }
  for (const { payout_id, amount } of open_payouts) {
    if (plan.cancel_payouts.includes(payout_id)) {
      after.requested = after.requested.minus(amount)
      after.available = after.available.plus(amount)
    }
  }
  const open = open_payouts
    .filter(({ payout_id }) => !plan.cancel_payouts.includes(payout_id))
    .map((item) => ({ ...item }))
  for (const { account, amount, payout_id } of plan.movements) {
    after[account] = after[account].plus(amount)
    const item = open.find((candidate) => candidate.payout_id === payout_id)
    if (payout_id) {
      item!.amount = item!.amount.plus(amount)
      item!.payout_amount = item!.payout_amount.plus(amount)
    }
  }
  return {
    sums: after,
    released,
    open_payouts: open,
  } satisfies CommissionPosition
}

describe("planPosting", () => {
  test("brings a commission to exactly what is owed", () => {
    fc.assert(
      fc.property(position, money(20_000), (before, owed) => {
        const after = apply(before, planPosting(before, owed))
        expect(totalOf(after.sums).toFixed()).toBe(owed.toFixed())
      })
    )
  })

  test("posts nothing the second time", () => {
    fc.assert(
      fc.property(position, money(20_000), (before, owed) => {
        const after = apply(before, planPosting(before, owed))
        expect(planPosting(after, owed)).toEqual({
          cancel_payouts: [],
          movements: [],
        })
      })
    )
  })

  test("leaves no account below zero but available, and never touches what was sent", () => {
    fc.assert(
      fc.property(position, money(20_000), (before, owed) => {
        const after = apply(before, planPosting(before, owed))
        expect(after.sums.pending.gte(0)).toBe(true)
        expect(after.sums.requested.gte(0)).toBe(true)
        expect(after.sums.paid.toFixed()).toBe(before.sums.paid.toFixed())
        const open = (of: CommissionPosition) =>
          sum(of.open_payouts.map(({ amount }) => amount))
        const processing = (of: CommissionPosition) =>
          of.sums.requested.minus(open(of)).toFixed()
        expect(processing(after)).toBe(processing(before))
      })
    )
  })

  test("a payout that stays is worth something, one that is canceled would not have been", () => {
    fc.assert(
      fc.property(released, money(20_000), (before, owed) => {
        const plan = planPosting(before, owed)
        for (const item of apply(before, plan).open_payouts) {
          expect(item.payout_amount.gt(0)).toBe(true)
          expect(item.amount.gte(0)).toBe(true)
        }
        const taken = totalOf(before.sums).minus(owed)
        for (const id of plan.cancel_payouts) {
          const item = before.open_payouts.find(
            ({ payout_id }) => payout_id === id
          )!
          expect(item.payout_amount.lte(taken)).toBe(true)
        }
      })
    )
  })

  test("makes a debt only when nothing is left to take", () => {
    fc.assert(
      fc.property(released, money(20_000), (before, owed) => {
        const after = apply(before, planPosting(before, owed))
        const madeDebt =
          after.sums.available.lt(0) &&
          after.sums.available.lt(before.sums.available)
        if (madeDebt) {
          expect(
            after.open_payouts.filter(({ amount }) => amount.gt(0))
          ).toEqual([])
        }
      })
    )
  })

  test("does not touch a payout while something is available", () => {
    fc.assert(
      fc.property(released, (before) => {
        if (before.sums.available.lte(0)) return
        const owed = totalOf(before.sums).minus(before.sums.available)
        const plan = planPosting(before, owed)
        expect(plan.cancel_payouts).toEqual([])
        expect(
          plan.movements.map(({ account, payout_id }) => [account, payout_id])
        ).toEqual([["available", null]])
      })
    )
  })

  test.each([
    ["the first amount is an accrual", 0, 39.6, "accrue"],
    ["a refund before the release is an adjustment", 39.6, 33.89, "adjust"],
    ["nothing left of it is a clawback", 39.6, 0, "clawback"],
  ])("while pending, %s", (_name, held, owed, type) => {
    const plan = planPosting(
      {
        sums: { ...noMoney(), pending: toAmount(held) },
        released: false,
        open_payouts: [],
      },
      toAmount(owed)
    )
    expect(plan.movements).toHaveLength(1)
    expect(plan.movements[0]).toMatchObject({
      account: "pending",
      type,
      payout_id: null,
    })
  })

  test("a commission that was paid and then canceled is a debt of the whole", () => {
    const plan = planPosting(
      {
        sums: { ...noMoney(), paid: toAmount(39.6) },
        released: true,
        open_payouts: [],
      },
      ZERO
    )
    expect(plan.cancel_payouts).toEqual([])
    expect(
      plan.movements.map(({ account, amount, type }) => [
        account,
        amount.toFixed(),
        type,
      ])
    ).toEqual([["available", "-39.6", "clawback"]])
  })

  test.each([
    [
      "all that the payout is: cancel it, and take the part that came back",
      20,
      20,
      true,
    ],
    ["more, where debts are netted in the payout: cancel it", 20, 15, true],
    ["less: lower it", 20, 20.01, false],
  ])("a clawback of %s", (_name, part, payout, canceled) => {
    const plan = planPosting(
      {
        sums: { ...noMoney(), requested: toAmount(part) },
        released: true,
        open_payouts: [
          {
            payout_id: "affpay_1",
            amount: toAmount(part),
            payout_amount: toAmount(payout),
          },
        ],
      },
      ZERO
    )
    expect(plan.cancel_payouts).toEqual(canceled ? ["affpay_1"] : [])
    expect(
      plan.movements.map(({ account, amount }) => [account, amount.toFixed()])
    ).toEqual([[canceled ? "available" : "requested", "-20"]])
  })

  test("takes from available first, then lowers the pending payout, then owes", () => {
    const position: CommissionPosition = {
      sums: {
        pending: ZERO,
        available: toAmount(10),
        requested: toAmount(20),
        paid: toAmount(70),
      },
      released: true,
      open_payouts: [
        {
          payout_id: "affpay_1",
          amount: toAmount(20),
          payout_amount: toAmount(60),
        },
      ],
    }
    const { cancel_payouts, movements } = planPosting(position, toAmount(50))
    expect(cancel_payouts).toEqual([])
    expect(
      movements.map(({ account, amount, payout_id }) => [
        account,
        amount.toFixed(),
        payout_id,
      ])
    ).toEqual([
      ["requested", "-20", "affpay_1"],
      ["available", "-30", null],
    ])
  })
})

describe("planRelease and planTransfer", () => {
  test("move money and make none", () => {
    fc.assert(
      fc.property(
        some(10_000),
        fc.constantFrom(...ACCOUNTS),
        fc.constantFrom(...ACCOUNTS),
        (amount, from, to) => {
          const moves = [
            ...planRelease(amount),
            ...planTransfer(from, to, amount, "payout_requested", "affpay_1"),
          ]
          expect(sum(moves.map((movement) => movement.amount)).isZero()).toBe(
            true
          )
        }
      )
    )
  })
})

describe("amountToHold", () => {
  test.each([
    [
      "released money waits with more until the order is paid",
      true,
      false,
      50,
      40,
    ],
    ["… and grows then", true, true, 50, 50],
    ["… and is less at once, paid or not", true, false, 30, 30],
    [
      "what is not released waits anyway, and grows at once",
      false,
      false,
      50,
      50,
    ],
  ])("%s", (_name, released, payable, owed, expected) => {
    const held = { held: toAmount(40), released }
    expect(amountToHold(held, toAmount(owed), payable).toNumber()).toBe(
      expected
    )
  })
})

describe("statusOf", () => {
  const sums = (
    parts: Partial<Record<keyof AccountSums, number>>
  ): AccountSums => ({
    ...noMoney(),
    ...Object.fromEntries(
      Object.entries(parts).map(([account, value]) => [
        account,
        toAmount(value),
      ])
    ),
  })

  test.each([
    ["held back", sums({ pending: 10 }), false, "pending"],
    ["nothing left while pending", sums({}), false, "clawed_back"],
    ["released", sums({ available: 10 }), true, "available"],
    [
      "partly in a payout",
      sums({ available: 4, requested: 6 }),
      true,
      "available",
    ],
    ["wholly in a payout", sums({ requested: 10 }), true, "requested"],
    [
      "partly in a payout, partly paid",
      sums({ requested: 4, paid: 6 }),
      true,
      "requested",
    ],
    ["paid", sums({ paid: 10 }), true, "paid"],
    [
      "paid, then partly taken back",
      sums({ paid: 10, available: -4 }),
      true,
      "paid",
    ],
    [
      "paid, then wholly taken back",
      sums({ paid: 10, available: -10 }),
      true,
      "clawed_back",
    ],
    [
      "taken from the affiliate by hand",
      sums({ available: -10 }),
      true,
      "available",
    ],
    [
      "taken by hand and being netted",
      sums({ requested: -10 }),
      true,
      "requested",
    ],
    ["taken by hand and netted", sums({ paid: -10 }), true, "paid"],
  ])("%s", (_name, of, released, expected) => {
    expect(statusOf(of, released)).toBe(expected)
  })
})
