import { readFile } from "node:fs/promises"
import { ok } from "../harness"
import { addAffiliate } from "../support/programs"
import type { Dashboard } from "./dashboard"
import type { JoiningDay } from "./joining-day"
import {
  box,
  choose,
  content,
  dialog,
  fill,
  hides,
  shows,
  showsNote,
} from "./reading"

export function recordPromises(dashboard: Dashboard<JoiningDay>): void {
  test("an affiliate's page says who changed what, from what to what", async () => {
    const { page, open, store, prepared } = dashboard
    ok(
      await store.admin.post(`/admin/affiliates/${prepared.bea.id}`, {
        commission_percent: 12.5,
        country_code: "se",
        parent_id: null,
      })
    )
    ok(
      await store.admin.post(`/admin/affiliates/${prepared.bea.id}`, {
        parent_id: prepared.ada.id,
        commission_percent: 15,
      })
    )
    await open(`/affiliates/${prepared.bea.id}`)
    const record = box(page, "Record of changes")
    await shows(record, "Affiliate changed admin@example.com")
    await shows(record, "Own commission from 12.5% to 15%")
    await shows(record, "Own commission from nothing to 12.5%")
    await shows(record, "Country from nothing to Sweden")
    await shows(record, "Recruited by from nothing to Ada Moreau")
    await shows(record, "Affiliate created admin@example.com")
  })

  test("a program's page says how its terms were changed", async () => {
    const { page, open, store, prepared } = dashboard
    ok(
      await store.admin.post(
        `/admin/affiliate-programs/${prepared.ladder.id}`,
        {
          hold_days: 14,
          commission_value: 17.5,
          minimum_payouts: [{ currency_code: "eur", amount: 50 }],
        }
      )
    )
    await open(`/affiliates/programs/${prepared.ladder.id}`)
    const record = box(page, "Record of changes")
    await shows(record, "Commission from 20% to 17.5%")
    await shows(record, "Hold from 30 days to 14 days")
    await shows(record, "Smallest payout from nothing to €50.00")
  })

  test("the line above and the recruits below are shown branch by branch", async () => {
    const { page, open, prepared } = dashboard
    await open(`/affiliates/${prepared.cleo.id}`)
    await shows(
      box(page, "Recruiting"),
      "Recruited by Bea Lindqvist The line above Ada Moreau › Bea Lindqvist"
    )
    await open(`/affiliates/${prepared.ada.id}`)
    const tree = box(page, "Recruiting")
    await shows(tree, "Bea Lindqvist · 1 recruited Approved")
    await tree
      .getByRole("button", { name: "Show whom Bea Lindqvist recruited" })
      .click()
    await shows(tree, "Cleo Okafor Approved")
    await tree.getByRole("link", { name: "Cleo Okafor" }).click()
    await content(page).getByRole("heading", { name: "Cleo Okafor" }).waitFor()
  })

  test("recruits are shown the newest first, and more of them in the same order", async () => {
    const { page, open, store } = dashboard
    const top = await addAffiliate(store, { name: "Wim Top" })
    const names: string[] = []
    for (let number = 1; number <= 12; number++) {
      const name = `Recruit Number ${number}`
      await addAffiliate(store, { name, parent_id: top.id })
      names.unshift(name)
    }
    await open(`/affiliates/${top.id}`)
    const tree = box(page, "Recruiting")
    const shown = () => tree.locator("li a").allInnerTexts()
    await shows(tree, "and 2 more")
    expect(await shown()).toEqual(names.slice(0, 10))
    await tree.getByRole("button", { name: "Show more" }).click()
    await shows(tree, "Recruit Number 1 ")
    expect(await shown()).toEqual(names)
    await hides(tree, "Show more")
  })

  test("personal data is downloaded, and erased only when the name is typed", async () => {
    const { page, open, store } = dashboard
    const { id, email } = await addAffiliate(store, { name: "Vera Quist" })
    await open(`/affiliates/${id}`)
    const menu = box(page, "Vera Quist")
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      choose(menu, "Download personal data"),
    ])
    expect(await readFile(await file.path(), "utf8")).toContain(email)

    await choose(menu, "Erase personal data")
    const confirm = dialog(page).getByRole("button", {
      name: "Erase for good",
    })
    await fill(page, "Reason", "Asked by e-mail")
    await fill(page, "Type Vera Quist to confirm", "Vera Quis")
    expect(await confirm.isDisabled()).toBe(true)
    await fill(page, "Type Vera Quist to confirm", "Vera Quist")
    await confirm.click()
    await showsNote(page, "The personal data is erased")
    await shows(content(page), "nothing can be changed any more")
    for (const name of ["Add code", "Add contract", "Add bank details"]) {
      expect(await content(page).getByRole("link", { name }).count()).toBe(0)
    }
    await content(page).locator("[aria-haspopup=menu]").first().click()
    expect(await page.getByRole("menuitem").allInnerTexts()).toEqual([
      "Download personal data",
    ])
    await page.keyboard.press("Escape")
    // Nothing but that menu, and what codes lead to.
    expect(await content(page).locator("[aria-haspopup=menu]").count()).toBe(1)
    const { affiliate } = ok(await store.admin.get(`/admin/affiliates/${id}`))
    expect(affiliate.name).not.toContain("Vera")
    expect(affiliate.erased_at).not.toBeNull()
  })
}
