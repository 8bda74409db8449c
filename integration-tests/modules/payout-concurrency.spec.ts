import { ok, useStore } from "../harness"
import { toAmount } from "../../src/modules/affiliate/domain/money"
import {
  noMoney,
  planPosting,
} from "../../src/modules/affiliate/domain/posting"
import { lockBalances } from "../../src/modules/affiliate/ledger/balances"
import { readOpenPayoutItems } from "../../src/modules/affiliate/ledger/commissions"
import {
  post,
  refreshCommissions,
  sourceKey,
  sumsOfCommissions,
} from "../../src/modules/affiliate/ledger/entries"
import {
  cancelPayoutsInTrx,
  lowerPayoutItemInTrx,
} from "../../src/modules/affiliate/ledger/payouts"
import { StaleStateError } from "../../src/modules/affiliate/ledger/transaction"
import {
  affiliateService,
  expectSoundPayouts,
  giveMoney,
  makePayee,
  moneyOf,
  type Sums,
  WITH_ENCRYPTION,
  type TestAffiliate,
} from "../support/affiliates"

const store = useStore({ env: WITH_ENCRYPTION, seed: false })

afterEach(() => expectSoundPayouts(store))

const request = (affiliate: TestAffiliate, amount?: number) =>
  affiliate.api.post("/affiliate/payouts", { currency_code: "usd", amount })

const act = (id: string, action: string, body = {}) =>
  store.admin.post(`/admin/affiliate-payouts/${id}/${action}`, body)

const statuses = (answers: { status: number }[]) =>
  answers.map(({ status }) => status).sort()

const times = <T>(n: number, run: (index: number) => Promise<T>) =>
  Promise.all(Array.from({ length: n }, (_, index) => run(index)))

/** Lowers what a released commission is worth, the way a refund of its order does. */
async function clawBack(
  affiliate_id: string,
  commission_id: string,
  owed: number,
  revision: number
) {
  await affiliateService(store)["transact"](async (trx) => {
    const key = { affiliate_id, currency_code: "usd" }
    await lockBalances(trx, [key])
    const sums = await sumsOfCommissions(trx, [commission_id])
    const open = await readOpenPayoutItems(trx, [commission_id])
    const plan = planPosting(
      {
        sums: sums.get(commission_id) ?? noMoney(),
        released: true,
        open_payouts: open.get(commission_id) ?? [],
      },
      toAmount(owed)
    )
    const touched = await cancelPayoutsInTrx(trx, plan.cancel_payouts)
    await post(
      trx,
      plan.movements.map((movement) => ({
        ...key,
        ...movement,
        commission_id,
        source_key: sourceKey(`order:${commission_id}:${revision}`, movement),
      }))
    )
    for (const { payout_id, amount } of plan.movements) {
      if (payout_id)
        await lowerPayoutItemInTrx(
          trx,
          payout_id,
          commission_id,
          amount.negated()
        )
    }
    await refreshCommissions(trx, [...touched, commission_id])
  }, {})
}

describe("requests at once", () => {
  test("two of 40 on 50: one is granted, one is refused", async () => {
    const ada = await makePayee(store, [50])
    for (let round = 0; round < 10; round++) {
      const answers = await times(2, () => request(ada, 40))
      expect(statuses(answers)).toEqual([201, 400])
      expect(await moneyOf(store, ada.id)).toEqual({
        pending: 0,
        available: 10,
        requested: 40,
        paid: 0,
      })
      const granted = answers.find(({ status }) => status === 201)!
      ok(await act(granted.body.payout.id, "cancel"))
    }
  })

  test("32 on money for one: one is granted", async () => {
    const ada = await makePayee(store, [50])
    const answers = await times(32, () => request(ada, 50))
    expect(statuses(answers)).toEqual([201, ...Array(31).fill(400)])
    expect(await moneyOf(store, ada.id)).toMatchObject({
      available: 0,
      requested: 50,
    })
  })

  test("32 for a part each: as many are granted as there is money for", async () => {
    const ada = await makePayee(store, [20, 15, 15])
    const answers = await times(32, () => request(ada, 7))
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(7)
    expect(await moneyOf(store, ada.id)).toMatchObject({
      available: 1,
      requested: 49,
    })
  })

  test("the merchant's and the affiliate's own spend the same money once", async () => {
    const ada = await makePayee(store, [50])
    const answers = await times(8, (index) =>
      index % 2
        ? request(ada)
        : store.admin.post("/admin/affiliate-payouts", {
            affiliate_id: ada.id,
            currency_code: "usd",
          })
    )
    expect(answers.filter(({ status }) => status < 300)).toHaveLength(1)
    expect(await moneyOf(store, ada.id)).toMatchObject({
      available: 0,
      requested: 50,
    })
  })

  test("of many affiliates do not get into each other's way", async () => {
    const payees: TestAffiliate[] = []
    for (let i = 0; i < 6; i++) payees.push(await makePayee(store, [10]))
    const answers = await times(24, (index) => request(payees[index % 6]))
    expect(statuses(answers)).toEqual([
      ...Array(6).fill(201),
      ...Array(18).fill(400),
    ])
  })
})

describe("one payout, several hands at once", () => {
  let ada: TestAffiliate
  beforeAll(async () => {
    ada = await makePayee(store, [])
  })

  /** A pending payout of 30, and where all the affiliate's money stands with it. */
  const pendingPayout = async () => {
    await giveMoney(store, ada.id, 30)
    const id: string = ok(await request(ada, 30)).payout.id
    return { id, before: await moneyOf(store, ada.id) }
  }

  /** Expects that 30 went from requested to another account, or stayed. */
  const expectMoved = async (before: Sums, to: keyof Sums) => {
    const expected = { ...before, requested: before.requested - 30 }
    expected[to] += 30
    expect(await moneyOf(store, ada.id)).toEqual(expected)
  }

  test("the affiliate cancels while the merchant processes: exactly one happens", async () => {
    for (let round = 0; round < 5; round++) {
      const { id, before } = await pendingPayout()
      const [canceled, processed] = await Promise.all([
        ada.api.post(`/affiliate/payouts/${id}/cancel`),
        act(id, "process"),
      ])
      expect(statuses([canceled, processed])).toEqual([200, 400])
      await expectMoved(
        before,
        canceled.status === 200 ? "available" : "requested"
      )
    }
  })

  test("marked paid many times at once, the money is paid once and all are told the same", async () => {
    const { id, before } = await pendingPayout()
    const answers = await times(8, () =>
      act(id, "mark-paid", { reference: "SEPA 1" })
    )
    expect(statuses(answers)).toEqual(Array(8).fill(200))
    for (const { body } of answers) expect(body).toEqual(answers[0].body)
    await expectMoved(before, "paid")
  })

  test("paid and canceled at once: exactly one happens", async () => {
    for (let round = 0; round < 5; round++) {
      const { id, before } = await pendingPayout()
      const [paid, canceled] = await Promise.all([
        act(id, "mark-paid"),
        act(id, "cancel"),
      ])
      expect(statuses([paid, canceled])).toEqual([200, 400])
      await expectMoved(before, paid.status === 200 ? "paid" : "available")
    }
  })

  test("processed many times at once, it is started once", async () => {
    const { id, before } = await pendingPayout()
    expect(statuses(await times(8, () => act(id, "process")))).toEqual([
      200,
      ...Array(7).fill(400),
    ])
    await expectMoved(before, "requested")
  })

  test("canceled many times at once, the money comes back once", async () => {
    const { id, before } = await pendingPayout()
    expect(statuses(await times(8, () => act(id, "cancel")))).toEqual([
      200,
      ...Array(7).fill(400),
    ])
    await expectMoved(before, "available")
  })
})

describe("a clawback", () => {
  /** A payee whose one commission of 50 can be clawed back. */
  const payee = async () => {
    const ada = await makePayee(store, [])
    return { ada, commission_id: await giveMoney(store, ada.id, 50) }
  }

  const payoutOf = async (id: string) =>
    ok(await store.admin.get(`/admin/affiliate-payouts/${id}`)).payout

  test("lowers a pending payout by what it takes", async () => {
    const { ada, commission_id } = await payee()
    await giveMoney(store, ada.id, 20)
    const { payout } = ok(await request(ada))
    await clawBack(ada.id, commission_id, 35, 1)
    const lowered = await payoutOf(payout.id)
    expect(lowered).toMatchObject({ status: "pending", amount: 55 })
    expect(
      lowered.items.map(({ amount }: { amount: number }) => amount)
    ).toEqual([35, 20])
    expect(await moneyOf(store, ada.id)).toEqual({
      pending: 0,
      available: 0,
      requested: 55,
      paid: 0,
    })
    expect(ok(await act(payout.id, "mark-paid")).payout.amount).toBe(55)
    expect(await moneyOf(store, ada.id)).toMatchObject({
      requested: 0,
      paid: 55,
    })
  })

  test("cancels a pending payout of which nothing would be left", async () => {
    const { ada, commission_id } = await payee()
    const { payout } = ok(await request(ada))
    await clawBack(ada.id, commission_id, 0, 1)
    expect(await payoutOf(payout.id)).toMatchObject({
      status: "canceled",
      amount: 50,
    })
    expect(await moneyOf(store, ada.id)).toEqual({
      pending: 0,
      available: 0,
      requested: 0,
      paid: 0,
    })
    expect((await act(payout.id, "process")).status).toBe(400)
  })

  test("cancels a payout that a netted debt would turn negative, and gives the rest back", async () => {
    const { ada, commission_id } = await payee()
    await giveMoney(store, ada.id, 5)
    await giveMoney(store, ada.id, -20)
    const { payout } = ok(await request(ada))
    expect(payout.amount).toBe(35)
    await clawBack(ada.id, commission_id, 10, 1)
    expect((await payoutOf(payout.id)).status).toBe("canceled")
    expect(await moneyOf(store, ada.id)).toMatchObject({
      available: -5,
      requested: 0,
    })
  })

  test("leaves a payout under way alone and makes a debt instead", async () => {
    const { ada, commission_id } = await payee()
    const { payout } = ok(await request(ada))
    ok(await act(payout.id, "process"))
    await clawBack(ada.id, commission_id, 20, 1)
    expect((await payoutOf(payout.id)).amount).toBe(50)
    expect(await moneyOf(store, ada.id)).toMatchObject({
      available: -30,
      requested: 50,
    })
    expect((await request(ada)).status).toBe(400)
    ok(await act(payout.id, "mark-paid"))
    expect(await moneyOf(store, ada.id)).toMatchObject({
      available: -30,
      paid: 50,
    })
  })

  test("at the moment of the request: the money is requested or taken, never both", async () => {
    for (let round = 0; round < 5; round++) {
      const { ada, commission_id } = await payee()
      const [requested] = await Promise.all([
        request(ada, 40),
        clawBack(ada.id, commission_id, 20, 1),
      ])
      const money = await moneyOf(store, ada.id)
      // Requested first, the payout is lowered to what is left; clawed back first, 40 is too much.
      expect(money).toEqual(
        requested.status === 201
          ? { pending: 0, available: 0, requested: 20, paid: 0 }
          : { pending: 0, available: 20, requested: 0, paid: 0 }
      )
    }
  })

  test("at the moment of processing: lowered before it starts, or owed after", async () => {
    for (let round = 0; round < 5; round++) {
      const { ada, commission_id } = await payee()
      const { payout } = ok(await request(ada))
      await Promise.all([
        act(payout.id, "process"),
        clawBack(ada.id, commission_id, 20, 1),
      ])
      const { amount, status } = await payoutOf(payout.id)
      expect(status).toBe("processing")
      expect(await moneyOf(store, ada.id)).toEqual({
        pending: 0,
        available: amount === 50 ? -30 : 0,
        requested: amount,
        paid: 0,
      })
      expect([20, 50]).toContain(amount)
    }
  })

  test("meets a payout that is no longer pending: it says so, and nothing is posted", async () => {
    const { ada, commission_id } = await payee()
    const { payout } = ok(await request(ada))
    ok(await act(payout.id, "process"))
    const service = affiliateService(store)
    await expect(
      service["transact"]((trx) => cancelPayoutsInTrx(trx, [payout.id]), {})
    ).rejects.toThrow(StaleStateError)
    await expect(
      service["transact"](
        (trx) =>
          lowerPayoutItemInTrx(trx, payout.id, commission_id, toAmount(10)),
        {}
      )
    ).rejects.toThrow(StaleStateError)
    expect(await payoutOf(payout.id)).toMatchObject({
      status: "processing",
      amount: 50,
    })
    expect(await moneyOf(store, ada.id)).toMatchObject({ requested: 50 })
  })
})

describe("what the database itself refuses", () => {
  test("a fact that is posted twice, and the whole transaction with it", async () => {
    const ada = await makePayee(store, [50])
    const { payout } = ok(await request(ada))
    ok(await act(payout.id, "cancel"))
    // As if the status had been set back by hand: the same cancelation would post the same fact.
    await store.database.sql(
      "UPDATE affiliate_payout SET status = 'pending' WHERE id = $1",
      [payout.id]
    )
    expect((await act(payout.id, "cancel")).status).toBeGreaterThanOrEqual(400)
    expect(await moneyOf(store, ada.id)).toMatchObject({
      available: 50,
      requested: 0,
    })
    await store.database.sql(
      "UPDATE affiliate_payout SET status = 'canceled' WHERE id = $1",
      [payout.id]
    )
  })
})
