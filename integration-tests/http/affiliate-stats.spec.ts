import { fillCart, ok, useStore, type Json } from "../harness"
import {
  payOut,
  release,
  remember,
  saveBankAccount,
} from "../harness/affiliates"
import { WITH_ENCRYPTION } from "../support/affiliates"
import { letThingsHappen, type Happened } from "../support/figures"
import { WITHOUT_SCHEDULE } from "../support/servers"

/** What the merchant sees first, and that it is the sum of what affiliates see. */
const store = useStore({ env: { ...WITH_ENCRYPTION, ...WITHOUT_SCHEDULE } })

let happened: Happened
beforeAll(async () => {
  happened = await letThingsHappen(store)
  const { ada, bob } = happened
  const cart = await fillCart(store.shop, { items: [{ ware: store.shop.mug }] })
  const { codes } = ok(await bob.api.get("/affiliate/profile")).affiliate
  await remember({ code: codes[0].code })(cart, store.shop.storefront)
  await release(store)
  await saveBankAccount(ada)
  await payOut(store, ada.id)
})

type Query = Record<string, string>

const statsOf = async (query: Query = {}): Promise<Json> =>
  ok(await store.admin.get("/admin/affiliate-stats", query)).stats

const dashboards = async (query: Query = {}): Promise<Json[]> =>
  Promise.all(
    [happened.ada, happened.bob].map(
      async ({ api }) =>
        ok(await api.get("/affiliate/dashboard", query)).dashboard
    )
  )

const day = (ago: number) =>
  new Date(Date.now() - ago * 24 * 60 * 60 * 1000).toISOString().slice(0, 10)

const FIGURES = [
  "clicks",
  "orders",
  "orders_in_all_currencies",
  "revenue",
  "commission",
] as const

const hundredths = (amounts: number[]): number =>
  amounts.reduce((all, amount) => all + Math.round(amount * 100), 0)

const expectSum = (whole: Json, parts: Json[], names: readonly string[]) => {
  for (const name of names)
    expect([name, hundredths([whole[name]])]).toEqual([
      name,
      hundredths(parts.map((part) => part[name])),
    ])
}

test("tell what happened in the last 30 days beside the 30 before", async () => {
  const { ada, bob } = happened
  const stats = await statsOf()
  expect(stats).toMatchObject({
    from: day(29),
    to: day(0),
    currency_code: "usd",
    currencies: ["eur", "usd"],
    group_by: "day",
    totals: {
      clicks: 3,
      orders: 3,
      orders_in_all_currencies: 4,
      conversion_rate: 1.3333,
      revenue: 232,
      commission: 48.4,
      adjustments: -1.5,
      affiliates_active: 2,
      payouts: 1,
      payouts_paid: 46.9,
    },
    previous: {
      from: day(59),
      to: day(30),
      orders: 1,
      revenue: 100,
      commission: 20,
      affiliates_active: 1,
      payouts: 0,
      payouts_paid: 0,
    },
    top_affiliates: [
      {
        affiliate: { id: ada.id, name: "Ada", status: "approved" },
        clicks: 3,
        orders: 2,
        conversion_rate: 1,
        revenue: 132,
        commission: 28.4,
      },
      {
        affiliate: { id: bob.id, name: "Bob", status: "approved" },
        clicks: 0,
        orders: 1,
        conversion_rate: 0,
        revenue: 100,
        commission: 20,
      },
    ],
    // Each of the six orders, and the cart that was left.
    funnel: { clicks: 3, carts: 7, orders: 4 },
  })
})

test.each([["usd"], ["eur"]])(
  "are in %s the sums of what the affiliates read, day by day, in both periods and of all money",
  async (currency_code) => {
    const query = { currency_code, from: day(50) }
    const stats = await statsOf(query)
    const parts = await dashboards(query)
    expectSum(stats.totals, parts, [...FIGURES, "adjustments"])
    expectSum(
      stats.previous,
      parts.map(({ previous }) => previous),
      FIGURES
    )
    expect(stats.series).toHaveLength(51)
    stats.series.forEach((whole: Json, index: number) => {
      const ofDay = parts.map(({ series }) => series[index])
      expect(ofDay.map(({ date }) => date)).toEqual([whole.date, whole.date])
      expectSum(whole, ofDay, FIGURES)
    })
    const balanceIn = ({ balances }: Json) =>
      balances.find((balance: Json) => balance.currency_code === currency_code)
    expectSum(
      balanceIn(stats),
      parts.flatMap((part) => balanceIn(part) ?? []),
      ["pending", "available", "requested", "paid"]
    )
  }
)

test("add up the same by day, by week and by month", async () => {
  const from = day(120)
  for (const group_by of ["day", "week", "month"]) {
    const { series, totals } = await statsOf({ from, group_by })
    expectSum(totals, series, FIGURES)
    const dates: string[] = series.map(({ date }: Json) => date)
    expect(dates).toEqual([...new Set(dates)].sort())
    if (group_by === "week")
      expect(new Set(dates.map((date) => new Date(date).getUTCDay()))).toEqual(
        new Set([1])
      )
    if (group_by === "month")
      expect(dates.every((date) => date.endsWith("-01"))).toBe(true)
  }
})

test("of days without anything are empty", async () => {
  const stats = await statsOf({ from: "2020-01-01", to: "2020-01-31" })
  expect(stats).toMatchObject({
    currency_code: "usd",
    totals: { clicks: 0, orders: 0, revenue: 0, affiliates_active: 0 },
    top_affiliates: [],
    funnel: { clicks: 0, carts: 0, orders: 0 },
  })
  expect(stats.series).toHaveLength(31)
})

test.each([
  ["from", { from: "yesterday" }],
  ["400", { from: "2025-01-01", to: "2026-02-05" }],
  ["currency_code", { currency_code: "dollar" }],
  ["group_by", { group_by: "hour" }],
  ["program_id", { program_id: "affprog_1" }],
] as [string, Query][])(
  "are refused, naming %s, for %j",
  async (named, query) => {
    const { status, body } = await store.admin.get(
      "/admin/affiliate-stats",
      query
    )
    expect({ status, body }).toEqual({
      status: 400,
      body: { type: "invalid_data", message: expect.stringContaining(named) },
    })
  }
)
