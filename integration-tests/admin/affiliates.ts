import { ok } from "../harness"
import { uniqueEmail } from "../support/people"
import type { Dashboard } from "./dashboard"
import type { Day } from "./day"
import {
  box,
  choose,
  content,
  dialog,
  fill,
  press,
  read,
  rowWith,
  shows,
  showsNote,
  showsRows,
} from "./reading"

export function affiliatePromises(dashboard: Dashboard<Day>): void {
  test("an affiliate is created with a code, and the search finds it in the list", async () => {
    const { page, open } = dashboard
    const email = uniqueEmail()
    await open("/affiliates")
    await content(page).getByRole("link", { name: "Create" }).click()
    await fill(page, "Name", "Ella Novak")
    await fill(page, "E-mail", email)
    await fill(page, "Code", "ella12")
    await fill(page, "Discount for the shopper", "12,5")
    await press(page, "Create")

    await showsNote(page, "Ella Novak is an affiliate now")
    await shows(box(page, "Ella Novak"), "Approved")
    await shows(box(page, "Codes"), "ELLA12 12.5% off for the shopper Active")
    await open("/affiliates")
    await page.getByPlaceholder("Search").fill(email)
    await shows(content(page), "1 of 1 results")
    const cells = await rowWith(page.locator("table"), "Ella Novak")
      .locator("td")
      .allInnerTexts()
    expect(cells.slice(0, 5)).toEqual([
      "Ella Novak",
      email,
      "Approved",
      "ELLA12",
      "Creators",
    ])
  })

  test("an affiliate's page shows what it has in each currency, and its codes", async () => {
    const { page, open, prepared } = dashboard
    await open(`/affiliates/${prepared.mira.id}`)

    await showsRows(box(page, "Balances"), [
      ["EUR", "€30.07", "€15.00", "€60.00", "€0.00"],
      ["USD", "$16.85", "$0.00", "$0.00", "$58.77"],
    ])
    const codes = await read(box(page, "Codes"))
    expect(codes).toContain("MIRA10 10% off for the shopper Active")
    expect(codes).toContain("MIRA No discount, credits only Active")
    await shows(box(page, "Payout method"), "IBAN •••• 3000")
  })

  test("an application is approved, and later suspended with a reason that its page tells", async () => {
    const { page, open, prepared } = dashboard
    const { id, name } = prepared.applicant
    await open("/affiliates")
    await page.getByRole("link", { name: "Show it" }).click()
    await shows(content(page), "1 of 1 results")
    await rowWith(page.locator("table"), name).click()
    await shows(dialog(page), "A weekly newsletter on Nordic")
    await dialog(page)
      .getByRole("link", { name: "Open the affiliate's page" })
      .click()
    await shows(box(page, "Application"), "A weekly newsletter on Nordic")
    await box(page, name).getByRole("button", { name: "Approve" }).click()
    await press(page, "Approve")
    await showsNote(page, `${name} is approved`)
    await shows(box(page, name), "Approved")

    await choose(box(page, name), "Suspend")
    await fill(page, "Reason", "Bids on our name in search ads")
    await press(page, "Suspend")
    await showsNote(page, `${name} is suspended`)
    await shows(box(page, name), "Why suspended Bids on our name in search ads")
    const { affiliate } = ok(
      await dashboard.store.admin.get(`/admin/affiliates/${id}`)
    )
    expect(affiliate.status).toBe("suspended")
  })

  test("what the store refuses is told with the store's reason, and changes nothing", async () => {
    const { page, open, prepared, store } = dashboard
    const path = `/admin/affiliates/${prepared.mira.id}`
    const before = ok(await store.admin.get(path))
    await open(`/affiliates/${prepared.mira.id}`)
    await choose(box(page, prepared.mira.name), "Delete")
    await press(page, "Delete")

    const { status, body } = await store.admin.delete(path)
    expect(status).toBe(400)
    await showsNote(page, body.message)
    expect(dashboard.takeRefusals()).toEqual([`400 DELETE ${path}`])
    expect(await read(box(page, prepared.mira.name))).toContain("Approved")
    expect(ok(await store.admin.get(path))).toEqual(before)
  })
}
