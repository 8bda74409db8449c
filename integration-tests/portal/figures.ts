import { readFile } from "node:fs/promises"
import { parse } from "csv-parse/sync"
import type { Locator } from "playwright-core"
import { ok } from "../harness"
import { shows } from "../admin/reading"
import { settle } from "./accessible"
import type { Cast } from "./cast"
import type { Portal } from "./portal"

const dollars = (amount: number): string =>
  new Intl.NumberFormat("en-US", { style: "currency", currency: "USD" }).format(
    amount
  )

/** A day as the portal writes it, of a moment or of the calendar. */
const dayOf = (moment: string): string =>
  new Intl.DateTimeFormat("en-US", {
    dateStyle: "medium",
    timeZone: "UTC",
  }).format(new Date(moment))

/** The words of each cell of a table, row by row; what stands in a line of its own is left out. */
const cellsOf = async (table: Locator): Promise<string[][]> =>
  Promise.all(
    (await table.locator("tbody tr").all()).map(async (row) =>
      (await row.locator("th, td").allInnerTexts()).map(
        (cell) => cell.trim().split("\n")[0]!
      )
    )
  )

/** Where it is another day than in the books, which are kept in UTC. */
const timezone =
  new Date().getUTCHours() < 10 ? "Pacific/Pago_Pago" : "Pacific/Kiritimati"

export function figurePromises(portal: Portal<Cast>): void {
  test("balances are those of the ledger, in each currency", async () => {
    const { page, open, signIn } = await portal.visit()
    const { busy } = portal.prepared
    await signIn(busy.email)
    const rows = await portal.store.database.sql<
      Record<"currency_code" | "account" | "amount", string>
    >(
      `SELECT currency_code, account, sum(amount)::text AS amount
         FROM affiliate_entry WHERE affiliate_id = $1
        GROUP BY 1, 2`,
      [busy.id]
    )
    const currencies = [...new Set(rows.map((row) => row.currency_code))]
    expect(currencies.sort()).toEqual(["eur", "jpy", "usd"])
    const shown = ["pending", "available", "requested", "paid"]
    // No two are alike, so that none can stand in another's place.
    const inDollars = rows.filter(
      ({ currency_code, account, amount }) =>
        currency_code === "usd" && shown.includes(account) && Number(amount)
    )
    expect(new Set(inDollars.map(({ amount }) => amount)).size).toBe(4)
    for (const currency of currencies) {
      await open(`/?currency=${currency}`)
      await settle(page)
      const money = new Intl.NumberFormat("en-US", {
        style: "currency",
        currency,
      })
      for (const account of shown) {
        const row = rows.find(
          (one) => one.currency_code === currency && one.account === account
        )
        await shows(
          page.locator(`[data-balance=${account}]`),
          money.format(Number(row?.amount ?? 0))
        )
      }
    }
  })

  test("an order that was given back in part says what it was, and why it is less", async () => {
    const { page, open, signIn } = await portal.visit()
    const { busy } = portal.prepared
    await signIn(busy.email)
    const { commissions } = ok(
      await busy.api.get("/affiliate/commissions", { kind: "sale" })
    )
    const changed = commissions.find(
      (one: { amount: number; original_amount: number }) =>
        one.amount !== one.original_amount
    )
    await open(`/earnings/${changed.id}`)
    const main = page.locator("main")
    await shows(main, "It was $44.00 at first")
    await shows(main, `made it $${changed.amount.toFixed(2)}`)
    await shows(main, "Changed with the order")
  })

  test("each day of the chart has what the books have of that day, wherever it is read", async () => {
    const { page, open, signIn } = await portal.visit({ timezone })
    const { busy } = portal.prepared
    await signIn(busy.email)
    const sold = await portal.store.database.sql<
      Record<"day" | "revenue" | "commission" | "orders", string>
    >(
      `SELECT to_char(placed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day,
              sum(orders)::text AS orders, sum(revenue)::text AS revenue,
              sum(commission)::text AS commission
         FROM (SELECT placed_at, 1 AS orders, revenue_total AS revenue, 0 AS commission
                 FROM affiliate_conversion
                WHERE affiliate_id = $1 AND currency_code = 'usd'
                UNION ALL
               SELECT v.placed_at, 0, 0, c.amount
                 FROM affiliate_commission c
                 JOIN affiliate_conversion v ON v.id = c.conversion_id
                WHERE c.affiliate_id = $1 AND c.currency_code = 'usd') one
        GROUP BY 1`,
      [busy.id]
    )
    const clicked = await portal.store.database.sql<
      Record<"day" | "clicks", string>
    >(
      `SELECT to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day, count(*)::text AS clicks
         FROM affiliate_click WHERE affiliate_id = $1 AND counted GROUP BY 1`,
      [busy.id]
    )
    expect(sold.length).toBeGreaterThan(0)
    const expected = new Map<string, string[]>()
    const of = (day: string) => {
      const row = expected.get(day) ?? [dayOf(day), "$0.00", "$0.00", "0", "0"]
      expected.set(day, row)
      return row
    }
    for (const { day, commission, revenue, orders } of sold)
      of(day).splice(1, 3, dollars(+commission), dollars(+revenue), orders)
    for (const { day, clicks } of clicked) of(day)[4] = clicks

    await open("/?currency=usd&days=7")
    await settle(page)
    await page.getByText("As a table").click()
    const rows = await cellsOf(
      page.getByRole("region", { name: "Day by day" }).locator("table")
    )
    expect(rows).toHaveLength(7)
    expect(rows[0]![0]).toBe(dayOf(new Date().toISOString()))
    const busyDays = rows.filter((row) => row.slice(3).some((n) => n !== "0"))
    expect(busyDays.sort()).toEqual([...expected.values()].sort())

    // The bar that is drawn is of the same day.
    const chart = page.locator(".recharts-surface").first()
    const { width, height } = (await chart.boundingBox())!
    await chart.hover({ position: { x: width - 20, y: height / 2 } })
    await shows(page.locator(".recharts-tooltip-wrapper"), rows[0]![0]!)
  })

  test("a statement says the same on the page as in the file, wherever it is read", async () => {
    const { page, open, signIn } = await portal.visit({ timezone })
    await signIn(portal.prepared.busy.email)
    await open("/statement?currency=usd")
    await settle(page)
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Save as CSV" }).click(),
    ])
    const lines = parse<Record<string, string>>(
      await readFile(await file.path()),
      { columns: true }
    )
    const cells = await cellsOf(page.getByRole("table"))
    expect(lines.length).toBeGreaterThan(10)
    expect(
      cells.slice(1, -1).map(([day, , ...money]) => [day, ...money])
    ).toEqual(
      lines
        .slice(1, -1)
        .map(({ date, amount, balance }) => [
          dayOf(date!),
          `${Number(amount) > 0 ? "+" : ""}${dollars(Number(amount))}`,
          dollars(Number(balance)),
        ])
    )
    const sums = [cells[0]!, cells.at(-1)!].map((row) => row.at(-1))
    const [first, last] = [lines[0]!, lines.at(-1)!]
    expect(sums).toEqual([first, last].map(({ balance }) => dollars(+balance!)))
    for (const { order } of lines.filter(({ order }) => order))
      await shows(page.locator("main"), `Order #${order}`)
  })
}
