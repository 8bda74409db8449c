import { cancelOrder, ok, refund, useStore } from "../../harness"
import {
  expectSoundPayouts,
  WITH_ENCRYPTION,
  WITHOUT_COOL_OFF,
} from "../../support/affiliates"
import { placeOrderA } from "../../support/order-a"
import {
  putBankOnFile,
  payOut,
  release,
  requestPayout,
  sell,
} from "../../support/paying"
import {
  addAffiliate,
  addProgram,
  balanceOf,
  type AddedAffiliate,
} from "../../support/programs"
import { expectHealthy, untilReconciled } from "../../support/verdicts"

/** What goes wrong with money going out, from the order on. */
const store = useStore({
  env: { ...WITH_ENCRYPTION, ...WITHOUT_COOL_OFF, PAYOUT_SANDBOX: "true" },
})

let program_id: string
beforeAll(async () => {
  program_id = await addProgram(store, { hold_days: 0 })
})
afterEach(() => expectSoundPayouts(store))

/** An affiliate with money of orders, 20 for each Shirt, available, and a bank account. */
const earner = async (shirts = 1): Promise<AddedAffiliate> => {
  const affiliate = await addAffiliate(store, { program_id })
  await putBankOnFile(store, affiliate.id)
  await sell(store, affiliate.code, [
    { ware: store.shop.shirt, quantity: shirts },
  ])
  await release(store)
  return affiliate
}

const act = (id: string, action: string, body = {}) =>
  store.admin.post(`/admin/affiliate-payouts/${id}/${action}`, body)

const read = async (id: string) =>
  ok(await store.admin.get(`/admin/affiliate-payouts/${id}`)).payout

const request = (affiliate_id: string, amount?: number) =>
  store.admin.post("/admin/affiliate-payouts", {
    affiliate_id,
    currency_code: "usd",
    amount,
  })

test("one balance makes one payout, however many ask for it at once", async () => {
  const { id } = await earner()
  const answers = await Promise.all(
    Array.from({ length: 12 }, () => request(id))
  )
  const statuses = answers.map(({ status }) => status).sort()
  expect(statuses).toEqual([200, ...Array(11).fill(400)])
  expect(await balanceOf(store, id)).toMatchObject({
    available: 0,
    requested: 20,
  })
})

test("each commission is in at most one payout under way, however the requests are cut", async () => {
  const affiliate = await earner(5)
  const answers = await Promise.all(
    [60, 60, 30, 30, 10].map((amount) => request(affiliate.id, amount))
  )
  const granted = answers.filter(({ status }) => status === 200)
  const amounts: number[] = granted.map(({ body }) => body.payout.amount)
  const total = amounts.reduce((sum, amount) => sum + amount, 0)
  expect(total).toBeLessThanOrEqual(100)
  expect(await balanceOf(store, affiliate.id)).toMatchObject({
    available: 100 - total,
    requested: total,
  })
})

test("a payout of which nobody knows whether the money left is not failed, and its money not free again", async () => {
  const { admin } = store
  const affiliate = await earner()
  ok(
    await admin.post(`/admin/affiliates/${affiliate.id}/payout-method`, {
      provider: "sandbox",
      details: { account: "answer_lost" },
    })
  )
  const id = await requestPayout(store, affiliate.id)
  ok(await act(id, "process"))

  expect(await read(id)).toMatchObject({
    status: "processing",
    failed_at: null,
  })
  for (const action of ["cancel", "retry", "process"]) {
    expect((await act(id, action)).status).toBe(400)
  }
  expect(await balanceOf(store, affiliate.id)).toMatchObject({
    available: 0,
    requested: 20,
  })
  expect((await request(affiliate.id)).status).toBe(400)

  ok(await act(id, "look-up"))
  expect(await read(id)).toMatchObject({ status: "paid" })
  expect(await balanceOf(store, affiliate.id)).toMatchObject({
    requested: 0,
    paid: 20,
  })
})

describe("a filter that is wrong or forgotten", () => {
  test("does not mark the others as paid: marking touches the one that is named", async () => {
    const [one, other] = [await earner(), await earner()]
    const [first, second] = [
      await requestPayout(store, one.id),
      await requestPayout(store, other.id),
    ]
    ok(await act(first, "mark-paid", { reference: "bank 1" }))
    expect(await read(first)).toMatchObject({ status: "paid" })
    expect(await read(second)).toMatchObject({ status: "pending" })

    for (const body of [{ ids: [] }, { status: "pending" }, { all: true }]) {
      expect((await act(second, "mark-paid", body)).status).toBe(400)
    }
    const { status } = await store.admin.post(
      "/admin/affiliate-payouts/mark-paid",
      {}
    )
    expect(status).toBe(404)
    expect(await read(second)).toMatchObject({ status: "pending" })
  })

  test.each([
    "affiliate=aff_1",
    "affiliate_ids[]=aff_1",
    "status=unpaid",
    "status[$is]=pending",
  ])(
    "is refused by the list and by the file for the bank: %s",
    async (query) => {
      const { admin } = store
      for (const path of ["", "/export"]) {
        const { status } = await admin.get(
          `/admin/affiliate-payouts${path}?${query}`
        )
        expect(status).toBe(400)
      }
    }
  )

  test("of an affiliate that is not there finds nothing, rather than everything", async () => {
    const { admin } = store
    await requestPayout(store, (await earner()).id)
    const list = ok(
      await admin.get("/admin/affiliate-payouts", { affiliate_id: "aff_none" })
    )
    expect(list).toMatchObject({ payouts: [], count: 0 })
    const file = ok(
      await admin.get<string>("/admin/affiliate-payouts/export", {
        affiliate_id: "aff_none",
      })
    )
    expect(file.trim().split("\n")).toHaveLength(1)
  })
})

describe("a debt", () => {
  test("is never paid out and in no file for the bank; a later earning settles it first", async () => {
    const { admin, shop } = store
    const order = await placeOrderA(store, { affiliate: { program_id } })
    const { affiliate } = order
    await putBankOnFile(store, affiliate.id)
    await release(store)
    await payOut(store, affiliate.id)
    await cancelOrder(shop, order.id)
    await untilReconciled(store, order.id)
    expect(await balanceOf(store, affiliate.id)).toMatchObject({
      available: -39.6,
    })
    const refused = await request(affiliate.id)
    expect(refused.status).toBe(400)
    expect(refused.body.message).toContain("39.6 is owed")
    const exported = async (): Promise<string[]> => {
      const file = ok(
        await admin.get<string>("/admin/affiliate-payouts/export", {
          affiliate_id: affiliate.id,
        })
      )
      return file.trim().split("\n").slice(1)
    }
    expect(await exported()).toEqual([])

    await sell(store, affiliate.code, [{ ware: shop.shirt, quantity: 3 }])
    await release(store)
    // 3 × 90 × 20 % is 54.
    const id = await requestPayout(store, affiliate.id)
    const payout = await read(id)
    expect(payout.amount).toBe(14.4)
    const parts = payout.items.map(({ amount }: { amount: number }) => amount)
    expect(parts.sort((a: number, b: number) => a - b)).toEqual([-39.6, 54])

    ok(await store.admin.post(`/admin/affiliate-payouts/${id}/process`))
    expect(await exported()).toEqual([expect.stringContaining(",14.40,USD,")])
  })
})

describe("money that is taken back while it waits in a payout", () => {
  test("lowers the payout, which cannot send what is not there", async () => {
    const { shop } = store
    const order = await placeOrderA(store, { affiliate: { program_id } })
    await putBankOnFile(store, order.affiliate.id)
    await release(store)
    const id = await requestPayout(store, order.affiliate.id)
    await refund(shop, order.id, 33)
    await untilReconciled(store, order.id)

    expect(await read(id)).toMatchObject({ status: "pending", amount: 33.89 })
    ok(await act(id, "mark-paid"))
    expect(await balanceOf(store, order.affiliate.id)).toEqual({
      pending: 0,
      available: 0,
      requested: 0,
      paid: 33.89,
    })
  })

  test("cancels the payout of which nothing is left", async () => {
    const { shop } = store
    const order = await placeOrderA(store, { affiliate: { program_id } })
    await putBankOnFile(store, order.affiliate.id)
    await release(store)
    const id = await requestPayout(store, order.affiliate.id)
    await cancelOrder(shop, order.id)
    await untilReconciled(store, order.id)

    expect(await read(id)).toMatchObject({ status: "canceled" })
    expect((await act(id, "mark-paid")).status).toBe(400)
  })

  test("becomes a debt when the payout is already on its way", async () => {
    const { shop } = store
    const order = await placeOrderA(store, { affiliate: { program_id } })
    await putBankOnFile(store, order.affiliate.id)
    await release(store)
    const id = await requestPayout(store, order.affiliate.id)
    ok(await act(id, "process"))
    await cancelOrder(shop, order.id)
    await untilReconciled(store, order.id)

    expect(await read(id)).toMatchObject({ status: "processing", amount: 39.6 })
    ok(await act(id, "mark-paid"))
    expect(await balanceOf(store, order.affiliate.id)).toEqual({
      pending: 0,
      available: -39.6,
      requested: 0,
      paid: 39.6,
    })
  })
})

test("the books agree after all of it", () => expectHealthy(store))
