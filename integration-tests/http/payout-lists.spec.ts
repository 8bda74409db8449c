import { ok, useStore } from "../harness"
import {
  BANK,
  expectSoundPayouts,
  giveMoney,
  makePayee,
  saveBankAccount,
  WITH_ENCRYPTION,
  type TestAffiliate,
} from "../support/affiliates"

/** What the merchant and the affiliate see of payouts. */
const store = useStore({ env: WITH_ENCRYPTION })

afterEach(() => expectSoundPayouts(store))

const request = (
  affiliate: TestAffiliate,
  body: object = { currency_code: "usd" }
) => affiliate.api.post("/affiliate/payouts", body)

const act = (id: string, action: string, body = {}) =>
  store.admin.post(`/admin/affiliate-payouts/${id}/${action}`, body)

describe("lists", () => {
  let ada: TestAffiliate
  let bea: TestAffiliate
  beforeAll(async () => {
    ada = await makePayee(store, [10, 20, 30], { name: "Grace Hopper" })
    bea = await makePayee(store, [40], { name: "100% Real_Name" })
    for (const amount of [10, 20])
      ok(await request(ada, { currency_code: "usd", amount }))
    const { payout } = ok(await request(bea))
    ok(await act(payout.id, "mark-paid"))
  })

  const list = async (query: Record<string, string | string[]>) =>
    ok(await store.admin.get("/admin/affiliate-payouts", query))
  const amounts = ({ payouts }: { payouts: { amount: number }[] }) =>
    payouts.map(({ amount }) => amount)

  test("by affiliate, newest first by default, in any order asked for", async () => {
    expect(amounts(await list({ affiliate_id: ada.id }))).toEqual([20, 10])
    expect(
      amounts(await list({ affiliate_id: ada.id, order: "amount" }))
    ).toEqual([10, 20])
    expect(
      amounts(await list({ affiliate_id: [ada.id, bea.id], order: "-amount" }))
    ).toEqual([40, 20, 10])
  })

  test("by status, also several", async () => {
    expect(
      amounts(await list({ affiliate_id: bea.id, status: "paid" }))
    ).toEqual([40])
    expect(
      amounts(await list({ affiliate_id: bea.id, status: "pending" }))
    ).toEqual([])
    expect(
      amounts(await list({ affiliate_id: bea.id, status: ["paid", "pending"] }))
    ).toEqual([40])
  })

  test("by words of the affiliate's name or address, taken literally", async () => {
    expect(amounts(await list({ q: "hopper" }))).toEqual([20, 10])
    expect(amounts(await list({ q: bea.email.toUpperCase() }))).toEqual([40])
    expect(amounts(await list({ q: "100%" }))).toEqual([40])
    expect(amounts(await list({ q: "l_n" }))).toEqual([40])
    expect(amounts(await list({ q: "r_al" }))).toEqual([])
  })

  test("by time, with operators", async () => {
    const now = new Date().toISOString()
    expect(
      (await list({ affiliate_id: ada.id, "created_at[$lt]": now })).count
    ).toBe(2)
    expect(
      (await list({ affiliate_id: ada.id, "created_at[$gte]": now })).count
    ).toBe(0)
  })

  test("page by page", async () => {
    const page = await list({ affiliate_id: ada.id, limit: "1", offset: "1" })
    expect(page).toMatchObject({ count: 2, limit: 1, offset: 1 })
    expect(amounts(page)).toEqual([10])
  })

  test("the fields asked for, and never the sealed destination or raw amounts", async () => {
    const { payouts } = await list({
      affiliate_id: bea.id,
      fields: "amount,destination,*affiliate,raw_amount",
    })
    expect(payouts).toEqual([{ id: expect.any(String), amount: 40 }])
    const { payout } = ok(
      await store.admin.get(`/admin/affiliate-payouts/${payouts[0].id}`, {
        fields: "+destination",
      })
    )
    expect(JSON.stringify(payout)).not.toMatch(/raw_|"destination"|v1\./)
  })

  test.each([
    ["limit=1001"],
    ["limit=0"],
    ["limit=ten"],
    ["offset=-1"],
    ["order=destination"],
    ["status=payed"],
    ["status[$foo]=paid"],
    ["status[$eq]=paid&status[$foo]=pending"],
    ["created_at[$gte]=yesterday"],
    ["affiliate=aff_1"],
  ])("refuse ?%s instead of leaving it out", async (query) => {
    const refused = await store.admin.get(`/admin/affiliate-payouts?${query}`)
    expect(refused).toMatchObject({
      status: 400,
      body: { type: "invalid_data" },
    })
  })
})

describe("the affiliate's own", () => {
  let ada: TestAffiliate
  let bea: TestAffiliate
  let id: string
  beforeAll(async () => {
    ada = await makePayee(store, [30])
    bea = await makePayee(store, [40])
    id = ok(await request(ada)).payout.id
  })

  test("list has only what is theirs, whatever filter is tried", async () => {
    expect(ok(await bea.api.get("/affiliate/payouts")).count).toBe(0)
    expect(ok(await ada.api.get("/affiliate/payouts")).payouts).toMatchObject([
      { id, amount: 30 },
    ])
    expect(
      (await bea.api.get(`/affiliate/payouts?affiliate_id=${ada.id}`)).status
    ).toBe(400)
    expect((await bea.api.get("/affiliate/payouts?limit=101")).status).toBe(400)
  })

  test("another's payout is not found, and not canceled", async () => {
    expect((await bea.api.get(`/affiliate/payouts/${id}`)).status).toBe(404)
    expect((await bea.api.post(`/affiliate/payouts/${id}/cancel`)).status).toBe(
      404
    )
    expect(
      ok(await ada.api.get(`/affiliate/payouts/${id}`)).payout.status
    ).toBe("pending")
  })

  test("answers never carry what others are to keep", async () => {
    const fields =
      "id,*affiliate,affiliate.program.name,destination,items.*,amount"
    const { payout } = ok(
      await ada.api.get(`/affiliate/payouts/${id}`, { fields })
    )
    expect(JSON.stringify(payout)).not.toMatch(
      /raw_|order_id|"destination"|program|affiliate"/
    )
    expect(payout.amount).toBe(30)
  })

  test("doors are shut without the token of an affiliate", async () => {
    const { api, admin, shop } = store
    const strangers = [api, admin, shop.storefront]
    const doors = [
      "payouts",
      `payouts/${id}`,
      "payouts/summary",
      "commissions",
      "payout-method",
    ]
    for (const stranger of strangers) {
      for (const door of doors) {
        expect((await stranger.get(`/affiliate/${door}`)).status).toBe(401)
      }
      expect(
        (await stranger.post("/affiliate/payouts", { currency_code: "usd" }))
          .status
      ).toBe(401)
      expect(
        (await stranger.post(`/affiliate/payouts/${id}/cancel`)).status
      ).toBe(401)
    }
    for (const door of [
      "affiliate-payouts",
      `affiliate-payouts/${id}`,
      "affiliate-payouts/export",
      "affiliate-commissions",
    ]) {
      expect((await ada.api.get(`/admin/${door}`)).status).toBe(401)
    }
    expect(
      (await ada.api.post(`/admin/affiliate-payouts/${id}/mark-paid`)).status
    ).toBe(401)
  })

  test("summary, per currency", async () => {
    const eve = await makePayee(store, [30, 20])
    await giveMoney(store, eve.id, 7, "eur")
    const { payout } = ok(
      await request(eve, { currency_code: "usd", amount: 25 })
    )
    const { payout: paid } = ok(await act(payout.id, "mark-paid"))
    ok(await request(eve, { currency_code: "usd", amount: 5 }))
    expect(ok(await eve.api.get("/affiliate/payouts/summary")).summary).toEqual(
      [
        {
          currency_code: "eur",
          total_earnings: 7,
          total_paid_out: 0,
          pending_payouts: 0,
          available_balance: 7,
          minimum_payout: 0,
          payout_count: 0,
          last_payout: null,
        },
        {
          currency_code: "usd",
          total_earnings: 50,
          total_paid_out: 25,
          pending_payouts: 5,
          available_balance: 20,
          minimum_payout: 0,
          payout_count: 1,
          last_payout: { id: paid.id, amount: 25, paid_at: paid.paid_at },
        },
      ]
    )
  })

  test("a payout keeps going where it was going when the payout method changes", async () => {
    const eve = await makePayee(store, [30])
    const { payout } = ok(await request(eve))
    await saveBankAccount(eve, { ...BANK, account_holder: "Mallory" })
    ok(await store.admin.post(`/admin/affiliate-payouts/${payout.id}/process`))
    const { body } = await store.admin.get(
      `/admin/affiliate-payouts/export?ids[]=${payout.id}`
    )
    expect(body).toContain("Ada Lovelace,DE89370400440532013000")
    expect(body).not.toContain("Mallory")
  })
})
