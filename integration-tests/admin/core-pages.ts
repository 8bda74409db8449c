import { ok } from "../harness"
import { readVerdict } from "../support/verdicts"
import type { Dashboard } from "./dashboard"
import type { Day } from "./day"
import {
  box,
  choose,
  fill,
  pickAffiliate,
  press,
  shows,
  showsNote,
} from "./reading"

/** What the plugin says on Medusa's own pages. */
export function corePagePromises(dashboard: Dashboard<Day>): void {
  test("an order's page says who is credited, with how much and why", async () => {
    const { page, open, prepared } = dashboard
    await open(`/orders/${prepared.orders.twoLevels}`)
    const widget = box(page, "Affiliate")
    await shows(widget, "By code An affiliate's code was on the order")
    await shows(widget, "Priya Raman Sale $67.41 Pending")
    await shows(widget, "Mira Köhler Level 2 $16.85 Pending")
    await shows(widget, "Commission in all $84.26")

    await widget.getByRole("button", { name: "Why?" }).click()
    await shows(widget, "PRIYA10 of Priya Raman")
    await shows(widget, "Priya Raman is credited")
  })

  test("an order is attributed to somebody else by hand, and the money follows", async () => {
    const { page, open, prepared, store } = dashboard
    const id = prepared.orders.held
    await open(`/orders/${id}`)
    const widget = box(page, "Affiliate")
    await shows(widget, "Northwind Reviews Sale $180.00 Pending Held")
    await choose(widget, "Attribute by hand")
    await pickAffiliate(page, prepared.tomas.name)
    await fill(page, "Note", "He sent the customer, by telephone")
    await press(page, "Attribute")

    await showsNote(page, "Tomás Oliveira is credited with this order")
    await shows(widget, "By hand Decided by hand")
    await shows(widget, "Tomás Oliveira Sale $120.00")
    await shows(widget, "He sent the customer, by telephone")
    const { affiliate_id, commission_total } = await readVerdict(store, id)
    expect({ affiliate_id, commission_total }).toEqual({
      affiliate_id: prepared.tomas.id,
      commission_total: 120,
    })
  })

  test("a customer's page says to whom the customer belongs, and until when", async () => {
    const { page, open, prepared } = dashboard
    await open(`/customers/${prepared.customers.olivia}`)
    const today = new Date()
    const inAYear = new Date(today)
    inAYear.setUTCFullYear(today.getUTCFullYear() + 1)

    await shows(
      box(page, "Affiliate"),
      `Belongs to Tomás Oliveira Since ${inWords(today)} Until ${inWords(inAYear)}`
    )
  })

  test("a promotion's page says whose code it is", async () => {
    const { page, open, store } = dashboard
    const { promotions } = ok(
      await store.admin.get("/admin/promotions", { code: "TOMAS10" })
    )
    await open(`/promotions/${promotions[0].id}`)
    await shows(
      box(page, "Affiliate"),
      "Code of Tomás Oliveira Code TOMAS10 Discount 10%"
    )
  })
}

/** As the browser of these tests writes a day. */
const inWords = (day: Date) =>
  new Intl.DateTimeFormat("en-US", {
    dateStyle: "medium",
    timeZone: "UTC",
  }).format(day)
