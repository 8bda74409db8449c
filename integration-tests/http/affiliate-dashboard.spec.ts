import { eventually, ok, useStore, type Json } from "../harness"
import { makeAffiliate } from "../support/affiliates"
import { letThingsHappen, type Happened } from "../support/figures"
import { WITHOUT_SCHEDULE } from "../support/servers"

/** What an affiliate sees first, and that it is what ledger and lists say. */
const store = useStore({ env: { ...WITHOUT_SCHEDULE } })

let happened: Happened
beforeAll(async () => {
  happened = await letThingsHappen(store)
})

type Query = Record<string, string>

const dashboardOf = async (
  { api }: Pick<Happened["ada"], "api">,
  query: Query = {}
): Promise<Json> => ok(await api.get("/affiliate/dashboard", query)).dashboard

const day = (ago: number) =>
  new Date(Date.now() - ago * 24 * 60 * 60 * 1000).toISOString().slice(0, 10)

const cents = (amounts: number[]): number =>
  amounts.reduce((all, amount) => all + Math.round(amount * 100), 0)

const NOTHING = {
  clicks: 0,
  orders: 0,
  orders_in_all_currencies: 0,
  revenue: 0,
  commission: 0,
}

test("has the figures of the last 30 days beside the 30 before, in the currency of most orders", async () => {
  expect(await dashboardOf(happened.ada)).toMatchObject({
    from: day(29),
    to: day(0),
    currency_code: "usd",
    currencies: ["eur", "usd"],
    clicks: 3,
    orders: 2,
    orders_in_all_currencies: 3,
    conversion_rate: 1,
    revenue: 132,
    commission: 28.4,
    adjustments: -1.5,
    previous: {
      from: day(59),
      to: day(30),
      clicks: 0,
      orders: 1,
      orders_in_all_currencies: 1,
      conversion_rate: 0,
      revenue: 100,
      commission: 20,
    },
  })
})

test("says where clicks and orders came from, greatest first, and adds up to the whole", async () => {
  const { spring, plain } = happened
  const dashboard = await dashboardOf(happened.ada)
  const first = {
    clicks: 2,
    orders: 1,
    orders_in_all_currencies: 1,
    revenue: 100,
    commission: 20,
  }
  const second = {
    clicks: 1,
    orders: 1,
    orders_in_all_currencies: 1,
    revenue: 32,
    commission: 6.4,
  }
  // The order in EUR, and what Bob's order brought her.
  const byNone = { ...NOTHING, orders_in_all_currencies: 1, commission: 2 }
  expect(dashboard.by_campaign).toEqual([
    { campaign: "Spring", ...first },
    {
      campaign: null,
      ...second,
      orders_in_all_currencies: 2,
      commission: 8.4,
    },
  ])
  expect(dashboard.by_sub_id).toEqual([
    { sub_id: "bio", ...first },
    { sub_id: "story", ...second },
    { sub_id: null, ...byNone },
  ])
  expect(dashboard.by_link).toEqual([
    { link: { id: spring.id, slug: spring.slug, label: "Bio" }, ...first },
    { link: { id: plain.id, slug: plain.slug, label: null }, ...second },
    { link: null, ...byNone },
  ])
})

test("has every day of the range, the empty ones too, and the days add up", async () => {
  const from = day(50)
  const { series, ...whole } = await dashboardOf(happened.ada, { from })
  expect(series.map(({ date }: Json) => date)).toEqual(
    Array.from({ length: 51 }, (_, index) => day(50 - index))
  )
  expect(whole).toMatchObject({ orders: 3, revenue: 232, commission: 48.4 })
  for (const figure of ["clicks", "orders", "revenue", "commission"])
    expect(cents(series.map((one: Json) => one[figure]))).toBe(
      cents([whole[figure]])
    )
  expect(series.find(({ date }: Json) => date === day(40))).toEqual({
    date: day(40),
    ...NOTHING,
    orders: 1,
    orders_in_all_currencies: 1,
    revenue: 100,
    commission: 20,
  })
  expect(series.find(({ date }: Json) => date === day(41))).toEqual({
    date: day(41),
    ...NOTHING,
  })
})

test.each(["usd", "eur"])(
  "agrees in %s to the cent with commissions, balances and the ledger",
  async (currency_code) => {
    const { ada } = happened
    const dashboard = await dashboardOf(ada, {
      from: day(399),
      currency_code: currency_code.toUpperCase(),
    })
    expect(dashboard.currency_code).toBe(currency_code)
    const { commissions } = ok(
      await ada.api.get("/affiliate/commissions", { currency_code, limit: 100 })
    )
    const amounts = (ofOrders: boolean) =>
      commissions
        .filter(({ kind }: Json) => (kind !== "adjustment") === ofOrders)
        .map(({ amount }: Json) => amount)
    expect(amounts(true).length).toBeGreaterThan(0)
    expect(cents([dashboard.commission])).toBe(cents(amounts(true)))
    expect(cents([dashboard.adjustments])).toBe(cents(amounts(false)))

    const { pending, available, requested, paid } = dashboard.balances.find(
      (balance: Json) => balance.currency_code === currency_code
    )
    const all = cents([dashboard.commission, dashboard.adjustments])
    expect(cents([pending, available, requested, paid])).toBe(all)
    const [ledger] = await store.database.sql<{ amount: string }>(
      `SELECT sum(amount)::text AS amount FROM affiliate_entry
        WHERE affiliate_id = $1 AND currency_code = $2`,
      [ada.id, currency_code]
    )
    expect(cents([Number(ledger.amount)])).toBe(all)
  }
)

test("agrees with what the links say of themselves", async () => {
  const { by_link } = await dashboardOf(happened.ada)
  const { links } = ok(await happened.ada.api.get("/affiliate/links"))
  const brought = (rows: Json[]) =>
    rows
      .map(({ id, clicks, orders }) => ({ id, clicks, orders }))
      .sort((a, b) => a.id.localeCompare(b.id))
  expect(
    brought(
      by_link
        .filter(({ link }: Json) => link)
        .map(({ link, ...figures }: Json) => ({ ...figures, id: link.id }))
    )
  ).toEqual(brought(links))
})

test("has the milestones reached, and of each currency the next one", async () => {
  await eventually(async () => {
    const { milestones } = await dashboardOf(happened.ada)
    const usd = { currency_code: "usd", earned: 48.4 }
    const reached = { ...usd, reached_at: expect.any(String) }
    expect(milestones).toEqual([
      {
        threshold: 1000,
        currency_code: "jpy",
        reached_at: null,
        earned: 0,
      },
      { threshold: 20, ...reached },
      { threshold: 40, ...reached },
      { threshold: 100, ...usd, reached_at: null },
    ])
  })
})

test("tells the way to the next tier by the same figures", async () => {
  const { ada, program_id } = happened
  expect((await dashboardOf(ada)).next_tier).toBeNull()
  const revenue = { metric: "revenue", window_days: 30, currency_code: "usd" }
  const orders = { metric: "orders", window_days: 30 }
  const { affiliate_tier } = ok(
    await store.admin.post("/admin/affiliate-tiers", {
      program_id,
      name: "Gold",
      rank: 5,
      auto: true,
      requirements: [
        { ...revenue, threshold: 1000 },
        { ...orders, threshold: 3 },
      ],
    })
  )
  const dashboard = await dashboardOf(ada)
  expect(dashboard.next_tier).toEqual({
    id: affiliate_tier.id,
    name: "Gold",
    requirements: [
      { ...revenue, threshold: 1000, value: 132, met: false },
      { ...orders, currency_code: null, threshold: 3, value: 3, met: true },
    ],
  })
  expect(dashboard.revenue).toBe(132)
  expect(dashboard.orders_in_all_currencies).toBe(3)
})

test("of whoever has nothing yet is empty, in the store's own currency", async () => {
  const dashboard = await dashboardOf(await makeAffiliate(store))
  expect(dashboard).toMatchObject({
    currency_code: "usd",
    currencies: [],
    balances: [],
    ...NOTHING,
    conversion_rate: 0,
    adjustments: 0,
    by_campaign: [],
    by_sub_id: [],
    by_link: [],
  })
  expect(dashboard.series).toHaveLength(30)
})

test("has of somebody else's orders no more than what they brought", async () => {
  const { bob } = happened
  expect(await dashboardOf(bob)).toMatchObject({
    clicks: 0,
    orders: 1,
    revenue: 100,
    commission: 20,
    by_link: [{ link: null, orders: 1 }],
  })
})

test.each([
  ["2020-01-05", "2020-01-06T23:59:59Z", "2020-01-06"],
  ["2020-01-05", "2020-01-06T23:59:59-05:00", "2020-01-07"],
  ["2020-01-05T00:30:00+02:00", "2020-01-06", "2020-01-06"],
])("from %s to %s ends on %s, in UTC", async (from, to, last) => {
  const dashboard = await dashboardOf(happened.ada, { from, to })
  expect(dashboard.to).toBe(last)
  expect(dashboard.series.at(-1).date).toBe(last)
  expect(dashboard.series[0].date).toBe(
    from.includes("T") ? "2020-01-04" : from
  )
})

test.each([
  ["from", { from: "yesterday" }],
  ["from", { from: "2026-02-30" }],
  ["from", { from: "2026-01-01T00:00:00" }],
  ["from", { from: "1999-12-31" }],
  ["to", { to: "3000-01-01" }],
  ["from", { from: "2026-02-02", to: "2026-02-01" }],
  ["400", { from: "2025-01-01", to: "2026-02-05" }],
  ["currency_code", { currency_code: "dollar" }],
  ["affiliate_id", { affiliate_id: "aff_1" }],
] as [string, Query][])("refuses, naming %s, %j", async (named, query) => {
  const { status, body } = await happened.ada.api.get(
    "/affiliate/dashboard",
    query
  )
  expect({ status, body }).toEqual({
    status: 400,
    body: { type: "invalid_data", message: expect.stringContaining(named) },
  })
})
