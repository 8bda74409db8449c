import { ok } from "../harness"
import type { Dashboard } from "./dashboard"
import { box, dialog, fill, press, read, shows, showsNote } from "./reading"
import type { TermsDay } from "./terms-day"

export function agreementPromises(dashboard: Dashboard<TermsDay>): void {
  test("a version of an agreement is published, read, and never changed: the next one starts from it", async () => {
    const { page, open, prepared, store } = dashboard
    const program_id = prepared.programs.creators
    await open(`/affiliates/programs/${program_id}`)
    const section = box(page, "Agreement")
    await shows(section, "No agreement. Affiliates join without accepting")
    await section.getByRole("link", { name: "Publish a version" }).click()
    await shows(dialog(page), "You cannot edit or delete it afterwards")
    await shows(dialog(page), "Payouts of everybody in the program wait")
    await fill(page, "Title", "Affiliate agreement")
    await fill(page, "Text", "1. Be fair.\n\n2. Say that you are paid.")
    await press(page, "Publish version 1")
    await showsNote(page, "Version 1 published")
    await shows(section, "1 Current Affiliate agreement")
    await shows(section, "Required Nobody yet")

    ok(await prepared.nadia.api.post("/affiliate/agreements/1/accept", {}))
    await open(`/affiliates/programs/${program_id}`)
    await shows(section, "Required 1 affiliate")
    await section.getByRole("link", { name: "Affiliate agreement" }).click()
    await shows(dialog(page), "1. Be fair. 2. Say that you are paid.")
    const { affiliate_agreements } = ok(
      await store.admin.get("/admin/affiliate-agreements", { program_id })
    )
    await shows(dialog(page), affiliate_agreements[0].body_sha256)

    await open(`/affiliates/programs/${program_id}/agreements/publish`)
    const text = dialog(page).getByRole("textbox", { name: "Text" })
    expect(await text.inputValue()).toBe(
      "1. Be fair.\n\n2. Say that you are paid."
    )
    await text.fill("1. Be fair.")
    await dialog(page)
      .getByRole("switch", { name: "Affiliates must accept it" })
      .click()
    await press(page, "Publish version 2")
    await showsNote(page, "Version 2 published")
    await shows(section, "2 Current Affiliate agreement")
    expect(await read(section)).toMatch(/Not asked for Nobody yet 1 Affiliate/)
  })
}
