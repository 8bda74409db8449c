import { ok } from "../harness"
import type { Dashboard } from "./dashboard"
import { addApplicant, type JoiningDay } from "./joining-day"
import {
  content,
  dialog,
  fill,
  hides,
  press,
  rowWith,
  shows,
  showsNote,
} from "./reading"

export function applicationPromises(dashboard: Dashboard<JoiningDay>): void {
  const statusOf = async (id: string): Promise<string> =>
    ok(await dashboard.store.admin.get(`/admin/affiliates/${id}`)).affiliate
      .status

  test("an application is read in the form's words and approved, and the next one opens", async () => {
    const { page, open, store, prepared } = dashboard
    const first = await addApplicant(store, "Nora Falk", {
      website: "https://falk.example",
      country_code: "se",
      referral_code: prepared.ada.code,
      answers: { where: "A weekly newsletter", readers: 4000 },
    })
    const second = await addApplicant(store, "Otto Brandt")
    await open("/affiliates")
    await page.getByRole("link", { name: "Show them" }).click()
    await shows(
      rowWith(page.locator("table"), first.name),
      "falk.example Sweden Ada Moreau"
    )

    await rowWith(page.locator("table"), first.name).click()
    await shows(
      dialog(page),
      "Where will you tell people about us? A weekly newsletter How many readers? 4,000"
    )
    await shows(dialog(page), "Referred by Ada Moreau")
    await press(page, "Approve")
    await press(page, "Approve")
    await showsNote(page, `${first.name} is approved`)
    expect(await statusOf(first.id)).toBe("approved")

    await shows(dialog(page), second.name)
    await shows(dialog(page), "The last one")
    await press(page, "Reject")
    await fill(page, "Reason", "Too few readers")
    await dialog(page).getByRole("combobox").click()
    await page.getByRole("option", { name: "After some days" }).click()
    await fill(page, "Number of days", "10")
    await press(page, "Reject")
    await showsNote(page, `${second.name} is rejected`)
    await shows(content(page), "Nobody waits")
    const { affiliate } = ok(
      await store.admin.get(`/admin/affiliates/${second.id}`)
    )
    expect(affiliate).toMatchObject({
      status: "rejected",
      status_reason: "Too few readers",
    })
    const days = (Date.parse(affiliate.reapply_at) - Date.now()) / 86_400_000
    expect(Math.round(days)).toBe(10)
  })

  test("many are decided at once, each by itself, and what was refused is told by name", async () => {
    const { page, open, store } = dashboard
    const left = await addApplicant(store, "Pia Lange")
    const gone = await addApplicant(store, "Quinn Avery")
    await open("/affiliates/applications")
    await rowWith(page.locator("table"), left.name)
      .getByRole("checkbox")
      .click()
    await rowWith(page.locator("table"), gone.name)
      .getByRole("checkbox")
      .click()
    await shows(page.locator("body"), "2 applications")
    // Somebody else decides while the page is looked at.
    ok(await store.admin.post(`/admin/affiliates/${gone.id}/approve`))
    await page.getByRole("button", { name: "Reject" }).click()
    await shows(dialog(page), "Reject 2 applications?")
    await fill(page, "Reason", "The program is full")
    await dialog(page).getByRole("combobox").click()
    await page.getByRole("option", { name: "After some days" }).click()
    await fill(page, "Number of days", "20")
    await press(page, "Reject")

    await shows(dialog(page), "1 of 2 could not be decided.")
    await shows(dialog(page), "Pia Lange Rejected")
    expect(await dialog(page).innerText()).toMatch(/Quinn Avery\s+\S/)
    await press(page, "Close")
    await hides(content(page), left.name)
    expect([await statusOf(left.id), await statusOf(gone.id)]).toEqual([
      "rejected",
      "approved",
    ])
    const { affiliate } = ok(
      await store.admin.get(`/admin/affiliates/${left.id}`)
    )
    const days = (Date.parse(affiliate.reapply_at) - Date.now()) / 86_400_000
    expect(Math.round(days)).toBe(20)
  })
}
