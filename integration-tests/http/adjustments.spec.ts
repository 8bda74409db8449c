import { eventually, ok, recordEvents, useStore } from "../harness"
import {
  affiliateService,
  expectSoundPayouts,
  makeAffiliate,
  moneyOf,
} from "../support/affiliates"

const store = useStore()

afterEach(() => expectSoundPayouts(store))

const adjust = (body: object) =>
  store.admin.post("/admin/affiliate-adjustments", body)

test("an adjustment is a commission without an order, available at once", async () => {
  const heard = recordEvents(store.container)
  const ada = await makeAffiliate(store)
  const before = Date.now()
  const { commission } = ok(
    await adjust({
      affiliate_id: ada.id,
      currency_code: "USD",
      amount: 12.5,
      reason: " Welcome gift ",
    })
  )
  expect(commission).toMatchObject({
    affiliate_id: ada.id,
    affiliate: { id: ada.id, name: ada.name, email: ada.email },
    order_id: null,
    kind: "adjustment",
    level: 1,
    amount: 12.5,
    original_amount: 12.5,
    currency_code: "usd",
    status: "available",
    held: false,
    reason: "Welcome gift",
    conversion: null,
    lines: [],
    payouts: [],
  })
  // By the database's clock, which is this machine's in a test.
  expect(Math.abs(Date.parse(commission.released_at) - before)).toBeLessThan(
    60_000
  )
  expect(commission.entries).toEqual([
    expect.objectContaining({
      account: "available",
      amount: 12.5,
      type: "manual_adjustment",
      payout_id: null,
    }),
  ])
  expect(await moneyOf(store, ada.id)).toEqual({
    pending: 0,
    available: 12.5,
    requested: 0,
    paid: 0,
  })
  await eventually(() => {
    const created = heard.events.filter(
      ({ name }) => name === "affiliate.commission_created"
    )
    expect(created.map(({ data }) => data)).toEqual([
      { id: commission.id, affiliate_id: ada.id, order_id: null },
    ])
  })
})

test("two adjustments alike are two facts", async () => {
  const ada = await makeAffiliate(store)
  const body = {
    affiliate_id: ada.id,
    currency_code: "usd",
    amount: 5,
    reason: "bonus",
  }
  const ids = [
    ok(await adjust(body)).commission.id,
    ok(await adjust(body)).commission.id,
  ]
  expect(new Set(ids).size).toBe(2)
  expect(await moneyOf(store, ada.id)).toMatchObject({ available: 10 })
})

test("one that takes away may leave a debt, which later earnings settle", async () => {
  const ada = await makeAffiliate(store)
  const body = {
    affiliate_id: ada.id,
    currency_code: "usd",
    reason: "refunded outside the store",
  }
  const { commission } = ok(await adjust({ ...body, amount: -39.6 }))
  expect(commission).toMatchObject({ amount: -39.6, status: "available" })
  expect(await moneyOf(store, ada.id)).toMatchObject({ available: -39.6 })
  ok(await adjust({ ...body, amount: 50 }))
  expect(await moneyOf(store, ada.id)).toMatchObject({ available: 10.4 })
})

test.each([
  ["jpy", 25],
  ["kwd", 0.001],
])(
  "in %s it may have the digits that the currency has",
  async (currency_code, amount) => {
    const ada = await makeAffiliate(store)
    ok(
      await adjust({
        affiliate_id: ada.id,
        currency_code,
        amount,
        reason: "digits",
      })
    )
    expect(await moneyOf(store, ada.id, currency_code)).toMatchObject({
      available: amount,
    })
  }
)

test("many at once all count", async () => {
  const ada = await makeAffiliate(store)
  const body = { affiliate_id: ada.id, currency_code: "usd", reason: "at once" }
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      adjust({ ...body, amount: index % 2 ? 0.1 : 0.2 })
    )
  )
  expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200))
  expect(await moneyOf(store, ada.id)).toMatchObject({ available: 3 })
})

describe("is refused, and books nothing,", () => {
  test.each([
    ["for nothing", { amount: 0 }, /amount.*must not be 0/],
    [
      "with more decimals than the currency has",
      { amount: 0.001 },
      /amount: 0\.001 has more decimals than USD has \(2\)/,
    ],
    [
      "for an amount that a number cannot say exactly",
      { amount: 1e15 },
      /amount/,
    ],
    ["for words", { amount: "5" }, /amount/],
    ["without an amount", { amount: undefined }, /amount/],
    ["without a reason", { reason: undefined }, /reason/],
    ["with a blank reason", { reason: "   " }, /reason/],
    ["with a reason that cannot be kept", { reason: "a\u0000b" }, /reason/],
    [
      "in a currency that is none",
      { currency_code: "xxz" },
      /there is no currency xxz/,
    ],
    ["with a field nobody knows", { status: "paid" }, /status/],
    ["without an affiliate", { affiliate_id: undefined }, /affiliate_id/],
  ])("%s", async (_name, change, message) => {
    const ada = await makeAffiliate(store)
    const refused = await adjust({
      affiliate_id: ada.id,
      currency_code: "usd",
      amount: 5,
      reason: "because",
      ...change,
    })
    expect(refused).toMatchObject({
      status: 400,
      body: { type: "invalid_data" },
    })
    expect(refused.body.message).toMatch(message)
    expect(
      await affiliateService(store).listAffiliateCommissions({
        affiliate_id: ada.id,
      })
    ).toEqual([])
  })

  test("for an affiliate who is not there", async () => {
    const refused = await adjust({
      affiliate_id: "aff_none",
      currency_code: "usd",
      amount: 5,
      reason: "x",
    })
    expect(refused).toMatchObject({ status: 404, body: { type: "not_found" } })
  })

  test("by anybody but an administrator", async () => {
    const ada = await makeAffiliate(store)
    const body = {
      affiliate_id: ada.id,
      currency_code: "usd",
      amount: 5,
      reason: "mine",
    }
    for (const api of [store.api, ada.api]) {
      expect(
        (await api.post("/admin/affiliate-adjustments", body)).status
      ).toBe(401)
    }
  })
})
