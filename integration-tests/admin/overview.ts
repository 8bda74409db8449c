import { ok } from "../harness"
import type { Dashboard } from "./dashboard"
import type { Day } from "./day"
import { box, content, readRows, shows } from "./reading"

/** As the page writes dollars. */
const dollars = (amount: number) =>
  new Intl.NumberFormat("en-US", { style: "currency", currency: "USD" }).format(
    amount
  )

export function overviewPromises(dashboard: Dashboard<Day>): void {
  test("the overview has the figures of all affiliates, over time, and who brought most", async () => {
    const { page, open, prepared, store } = dashboard
    const statsOf = async (currency_code: string) =>
      ok(await store.admin.get("/admin/affiliate-stats", { currency_code }))
        .stats
    const usd = await statsOf("usd")
    expect(usd.totals.revenue).toBeGreaterThan(0)
    await open("/affiliates/overview")
    const figures = box(page, "Overview")
    await page.getByRole("combobox", { name: "Currency" }).click()
    await page.getByRole("option", { name: "USD", exact: true }).click()
    await shows(figures, `Revenue ${dollars(usd.totals.revenue)}`)
    await shows(figures, `Commission ${dollars(usd.totals.commission)}`)
    await shows(figures, `Orders ${usd.totals.orders}`)
    await shows(figures, `${dollars(usd.previous.revenue)} before`)

    const bars = page.getByRole("img", { name: /Revenue from .* at most/ })
    const greatest = Math.max(
      ...usd.series.map(({ revenue }: { revenue: number }) => revenue)
    )
    expect(await bars.getAttribute("aria-label")).toContain(dollars(greatest))

    const rows = await readRows(box(page, "Who earned most"))
    expect(rows).toEqual(
      usd.top_affiliates.map(
        ({
          affiliate,
          revenue,
          commission,
          orders,
          clicks,
        }: Record<string, number> & { affiliate: { name: string } }) => [
          affiliate.name,
          dollars(revenue),
          dollars(commission),
          String(orders),
          String(clicks),
        ]
      )
    )
    expect(rows.map(([name]) => name)).toContain(prepared.mira.name)
    await shows(
      box(page, "From click to order"),
      `Carts ${usd.funnel.carts} Orders ${usd.funnel.orders}`
    )

    await page.getByRole("combobox", { name: "Period" }).click()
    await page.getByRole("option", { name: "Last 7 days" }).click()
    const today = new Date().toISOString().slice(0, 10)
    const week = new Date(Date.parse(today) - 6 * 24 * 60 * 60 * 1000)
    const first = new Intl.DateTimeFormat("en-US", {
      dateStyle: "medium",
      timeZone: "UTC",
    }).format(week)
    await shows(content(page), `What your affiliates brought, ${first} to`)
  })
}
