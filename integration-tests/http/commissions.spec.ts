import { ok, refund, useStore } from "../harness"
import { holdCommissionWorkflow } from "../../src/workflows/commissions"
import {
  expectSoundPayouts,
  giveMoney,
  logInAs,
  makeAffiliate,
  moneyOf,
  saveBankAccount,
  WITH_ENCRYPTION,
} from "../support/affiliates"
import { placeOrderA, type OrderA } from "../support/order-a"
import { readVerdict, untilReconciled } from "../support/verdicts"

/** Commissions of orders as the merchant and the affiliate see them, and what a person does to them. */
const store = useStore({ env: WITH_ENCRYPTION })

afterEach(() => expectSoundPayouts(store))

type Row = Record<string, unknown> & { id: string; amount: number }

const list = async (
  query: Record<string, string | string[]>
): Promise<{ commissions: Row[]; count: number }> =>
  ok(await store.admin.get("/admin/affiliate-commissions", query))

const detail = async (id: string) =>
  ok(await store.admin.get(`/admin/affiliate-commissions/${id}`)).commission

const act = (id: string, action: string, body: object) =>
  store.admin.post(`/admin/affiliate-commissions/${id}/${action}`, body)

/** What the merchant's own order page shows: its number, and who bought. */
const orderPage = async ({
  id,
}: OrderA): Promise<{ display_id: number; email: string }> =>
  ok(
    await store.admin.get(`/admin/orders/${id}`, { fields: "display_id,email" })
  ).order

const commissionOf = async ({ id }: OrderA): Promise<string> =>
  (await readVerdict(store, id)).commissions[0].id

/** Lets the hold days of commissions be over. */
const letTimePass = async (...ids: string[]) => {
  await store.database.sql(
    "UPDATE affiliate_commission SET available_at = now() - interval '1 minute' WHERE id = ANY($1)",
    [ids]
  )
}

/** The store's own job releases at every full minute: waits until it will not for some seconds. */
const awayFromTheMinute = async () => {
  const seconds = new Date().getSeconds()
  const wait = seconds >= 50 ? 65 - seconds : Math.max(0, 5 - seconds)
  await new Promise((resolve) => setTimeout(resolve, wait * 1000))
}

const release = async () =>
  ok(
    await store.admin.post<{ released: number }>(
      "/admin/affiliate-commissions/release"
    )
  )

describe("the merchant", () => {
  let order: OrderA
  let id: string
  let number: number
  beforeAll(async () => {
    order = await placeOrderA(store, { affiliate: { name: "Grace Hopper" } })
    id = await commissionOf(order)
    number = (await orderPage(order)).display_id
    await giveMoney(store, order.affiliate.id, 5)
    await giveMoney(store, order.affiliate.id, 7, "eur")
  })

  test("reads a commission with its lines, its history and the verdict it comes from", async () => {
    const commission = await detail(id)
    expect(commission).toMatchObject({
      affiliate: {
        id: order.affiliate.id,
        name: "Grace Hopper",
        email: order.affiliate.email,
      },
      order_id: order.id,
      order_display_id: number,
      level: 1,
      kind: "sale",
      amount: 39.6,
      original_amount: 39.6,
      currency_code: "usd",
      status: "pending",
      payable: true,
      held: false,
      payouts: [],
      entries: [
        { account: "pending", amount: 39.6, type: "accrue", payout_id: null },
      ],
      conversion: {
        order_id: order.id,
        outcome: "attributed",
        source: "code",
        terms: { commission_value: "20" },
      },
    })
    const lines = commission.lines.map(
      ({ title, quantity, base, amount }: Row) => [
        title,
        quantity,
        base,
        amount,
      ]
    )
    expect(lines).toEqual(
      expect.arrayContaining([
        ["Shirt", 2, 180, 36],
        ["Mug", 1, 18, 3.6],
      ])
    )
    expect(commission.conversion.trace.length).toBeGreaterThan(0)
    expect(JSON.stringify(commission)).not.toContain("raw_")
  })

  test.each([
    ["order_id", () => ({ order_id: order.id }), [39.6]],
    ["kind", () => ({ kind: "adjustment" }), [7, 5]],
    ["status", () => ({ status: "pending" }), [39.6]],
    [
      "several statuses",
      () => ({ status: ["pending", "available"] }),
      [7, 5, 39.6],
    ],
    ["currency", () => ({ currency_code: "eur" }), [7]],
    ["level", () => ({ level: "2" }), []],
    ["being held", () => ({ held: "true" }), []],
    ["not being held", () => ({ held: "false" }), [7, 5, 39.6]],
    ["the order's number", () => ({ q: `#${number}` }), [39.6]],
    ["the affiliate's name", () => ({ q: "grace hop" }), [7, 5, 39.6]],
    [
      "the affiliate's address",
      () => ({ q: order.affiliate.email }),
      [7, 5, 39.6],
    ],
    ["words nobody has", () => ({ q: "nobody" }), []],
    ["amount, ascending", () => ({ order: "amount" }), [5, 7, 39.6]],
  ])("lists commissions by %s", async (_name, query, amounts) => {
    const { commissions, count } = await list({
      affiliate_id: order.affiliate.id,
      ...query(),
    })
    expect(commissions.map(({ amount }) => amount)).toEqual(amounts)
    expect(count).toBe(amounts.length)
  })

  test.each([
    "limit=1001",
    "held=perhaps",
    "status=gone",
    "kind[$foo]=sale",
    "order=trace",
    "available_at[$lt]=soon",
    "unknown=1",
  ])("is told when ?%s makes no sense", async (query) => {
    expect(
      await store.admin.get(`/admin/affiliate-commissions?${query}`)
    ).toMatchObject({
      status: 400,
      body: { type: "invalid_data" },
    })
  })

  test("does not find a commission that is not there", async () => {
    expect(
      (await store.admin.get("/admin/affiliate-commissions/affcom_none")).status
    ).toBe(404)
    expect((await act("affcom_none", "hold", { reason: "x" })).status).toBe(404)
    expect((await act("affcom_none", "unhold", {})).status).toBe(404)
  })
})

describe("a hold", () => {
  test("by a person keeps a commission that is due from being released, until it is lifted", async () => {
    const id = await commissionOf(await placeOrderA(store))
    expect(
      ok(await act(id, "hold", { reason: " looks odd " })).commission
    ).toMatchObject({
      held: true,
      hold_source: "person",
      hold_reason: "looks odd",
      status: "pending",
    })
    await letTimePass(id)
    await release()
    expect(await detail(id)).toMatchObject({
      status: "pending",
      released_at: null,
    })
    expect(
      (await list({ held: "true" })).commissions.map((row) => row.id)
    ).toContain(id)

    expect(
      ok(await act(id, "unhold", { reason: "all is well" })).commission
    ).toMatchObject({
      held: false,
      hold_source: null,
      hold_reason: "all is well",
    })
    await release()
    expect(await detail(id)).toMatchObject({
      status: "available",
      amount: 39.6,
    })
  })

  test("by a risk rule never ends by itself, but a person may lift it", async () => {
    const id = await commissionOf(await placeOrderA(store))
    await holdCommissionWorkflow(store.container).run({
      input: { id, source: "risk", reason: "same address" },
    })
    await letTimePass(id)
    await release()
    expect(await detail(id)).toMatchObject({
      status: "pending",
      hold_source: "risk",
    })
    ok(await act(id, "unhold", {}))
    await release()
    expect((await detail(id)).status).toBe("available")
  })

  test("does not keep a refund from lowering the commission", async () => {
    const order = await placeOrderA(store)
    const id = await commissionOf(order)
    ok(await act(id, "hold", { reason: "odd" }))
    await refund(store.shop, order.id, 33)
    await untilReconciled(store, order.id)
    expect(await detail(id)).toMatchObject({
      amount: 33.89,
      held: true,
      status: "pending",
    })
  })

  test("needs a reason and nothing else, is put once and lifted once", async () => {
    const id = await commissionOf(await placeOrderA(store))
    for (const body of [{}, { reason: "" }, { reason: "x", source: "risk" }]) {
      expect(await act(id, "hold", body)).toMatchObject({
        status: 400,
        body: { type: "invalid_data" },
      })
    }
    expect(await detail(id)).toMatchObject({ held: false })
    const notAllowed = { status: 400, body: { type: "not_allowed" } }
    expect(await act(id, "unhold", {})).toMatchObject(notAllowed)
    ok(await act(id, "hold", { reason: "first" }))
    const again = await act(id, "hold", { reason: "second" })
    expect(again).toMatchObject(notAllowed)
    expect(again.body.message).toBe("The commission is already held: first")
    expect((await detail(id)).hold_reason).toBe("first")
  })

  test("at the moment of the release: held or released, never both", async () => {
    const ids: string[] = []
    for (let i = 0; i < 4; i++) {
      ids.push(await commissionOf(await placeOrderA(store)))
    }
    await letTimePass(...ids)
    const [, ...holds] = await Promise.all([
      release(),
      ...ids.map((id) => act(id, "hold", { reason: "race" })),
    ])
    await release()
    for (const [at, { status, body }] of holds.entries()) {
      expect(await detail(ids[at])).toMatchObject(
        status === 200
          ? { held: true, status: "pending", released_at: null }
          : { held: false, status: "available" }
      )
      if (status !== 200) {
        expect(status).toBe(400)
        expect(body.message).toMatch(
          /is available: only a pending commission can be held/
        )
      }
    }
  })

  test("comes too late for what was released", async () => {
    const ada = await makeAffiliate(store)
    const refused = await act(await giveMoney(store, ada.id, 5), "hold", {
      reason: "late",
    })
    expect(refused).toMatchObject({
      status: 400,
      body: { type: "not_allowed" },
    })
    expect(refused.body.message).toMatch(
      /is available: only a pending commission can be held/
    )
  })
})

describe("release", () => {
  test("answers how many commissions it made available, and the second time none", async () => {
    const ids = [
      await commissionOf(await placeOrderA(store)),
      await commissionOf(await placeOrderA(store)),
    ]
    await awayFromTheMinute()
    await letTimePass(...ids)
    expect(await release()).toEqual({ released: 2 })
    for (const id of ids) expect((await detail(id)).status).toBe("available")
    expect(await release()).toEqual({ released: 0 })
  })

  test("takes no words", async () => {
    const refused = await store.admin.post(
      "/admin/affiliate-commissions/release",
      { all: true }
    )
    expect(refused.status).toBe(400)
  })
})

describe("the affiliate", () => {
  test("follows a commission from the sale to the bank, without learning who bought", async () => {
    const order = await placeOrderA(store)
    const { affiliate } = order
    const api = await logInAs(store, affiliate.id, affiliate.email)
    const id = await commissionOf(order)
    const number = (await orderPage(order)).display_id
    await letTimePass(id)
    await release()
    await saveBankAccount({ ...affiliate, api })
    const { payout } = ok(
      await api.post("/affiliate/payouts", { currency_code: "usd" })
    )
    expect(payout.items).toEqual([
      expect.objectContaining({
        commission_id: id,
        amount: 39.6,
        commission: { order_display_id: number, kind: "sale", amount: 39.6 },
      }),
    ])
    ok(
      await store.admin.post(`/admin/affiliate-payouts/${payout.id}/mark-paid`)
    )

    const { commissions, count } = ok(await api.get("/affiliate/commissions"))
    expect(count).toBe(1)
    expect(commissions[0]).toMatchObject({
      id,
      order_display_id: number,
      amount: 39.6,
      status: "paid",
    })
    const { commission } = ok(
      await api.get(`/affiliate/commissions/${id}`, {
        fields: "+order_id,*conversion,*affiliate,amount",
      })
    )
    const one = ok(await api.get(`/affiliate/commissions/${id}`)).commission
    expect(
      one.lines.map(({ title, amount }: Row) => [title, amount]).sort()
    ).toEqual([
      ["Mug", 3.6],
      ["Shirt", 36],
    ])
    expect(one.entries.map(({ type }: Row) => type)).toEqual([
      "accrue",
      "release",
      "release",
      "payout_requested",
      "payout_requested",
      "payout_paid",
      "payout_paid",
    ])
    // Whoever knows an order's id can read its buyer's address from the storefront API.
    const { email } = await orderPage(order)
    for (const answer of [commissions, commission, one, payout]) {
      expect(JSON.stringify(answer)).not.toContain(order.id)
      expect(JSON.stringify(answer)).not.toContain(email)
      expect(JSON.stringify(answer)).not.toMatch(
        /raw_|source_key|trace|hold_reason/
      )
    }
    expect((await detail(id)).payouts).toEqual([
      {
        id: payout.id,
        display_id: payout.display_id,
        status: "paid",
        amount: 39.6,
      },
    ])
  })

  test("sees nobody else's", async () => {
    const order = await placeOrderA(store)
    const bea = await makeAffiliate(store)
    expect(ok(await bea.api.get("/affiliate/commissions")).count).toBe(0)
    expect(
      (await bea.api.get(`/affiliate/commissions/${await commissionOf(order)}`))
        .status
    ).toBe(404)
    const number = (await orderPage(order)).display_id
    expect(
      ok(await bea.api.get(`/affiliate/commissions?order_display_id=${number}`))
        .count
    ).toBe(0)
    expect(
      (
        await bea.api.get(
          `/affiliate/commissions?affiliate_id=${order.affiliate.id}`
        )
      ).status
    ).toBe(400)
  })
})

test("a refund while the money waits in a payout lowers the payout; after it was sent, it is owed", async () => {
  const order = await placeOrderA(store)
  const { affiliate } = order
  const api = await logInAs(store, affiliate.id, affiliate.email)
  const id = await commissionOf(order)
  await letTimePass(id)
  await release()
  await saveBankAccount({ ...affiliate, api })
  const { payout } = ok(
    await api.post("/affiliate/payouts", { currency_code: "usd" })
  )

  await refund(store.shop, order.id, 33)
  await untilReconciled(store, order.id)
  expect(
    ok(await api.get(`/affiliate/payouts/${payout.id}`)).payout.amount
  ).toBe(33.89)
  expect(await moneyOf(store, affiliate.id)).toMatchObject({
    available: 0,
    requested: 33.89,
  })

  ok(await store.admin.post(`/admin/affiliate-payouts/${payout.id}/mark-paid`))
  await refund(store.shop, order.id, 33)
  await untilReconciled(store, order.id)
  const { available, paid } = await moneyOf(store, affiliate.id)
  expect(paid).toBe(33.89)
  // 39.60 × (162.80 ÷ 228.80) = 28.18 is still earned of the 33.89 that was paid.
  expect(available).toBe(-5.71)
  expect(await detail(id)).toMatchObject({ amount: 28.18, status: "paid" })
})
