import { ok } from "../harness"
import type { Dashboard } from "./dashboard"
import { box, choose, dialog, press, shows, showsNote } from "./reading"
import type { TermsDay } from "./terms-day"

const PDF = Buffer.from("%PDF-1.7\nA passport\n%%EOF").toString("base64")

export function identityPromises(dashboard: Dashboard<TermsDay>): void {
  test("what an affiliate handed in is looked at, rejected with a reason, and verified", async () => {
    const { page, open, prepared, store } = dashboard
    const { id, api } = prepared.nadia
    const identity = async () =>
      ok(await store.admin.get(`/admin/affiliates/${id}/identity`)).identity
    await open(`/affiliates/${id}`)
    const section = box(page, "Identity")
    await shows(section, "Not checked")
    await shows(section, "Nothing was handed in.")

    ok(
      await api.post("/affiliate/identity/documents", {
        name: "Passport.pdf",
        mime_type: "application/pdf",
        content: PDF,
      })
    )
    await open(`/affiliates/${id}`)
    await shows(section, "To be checked")
    const link = section.getByRole("link", { name: "Passport.pdf" })
    expect(await link.getAttribute("href")).toBe(
      (await identity()).documents[0].url
    )

    await section.getByRole("button", { name: "Reject" }).click()
    const reject = dialog(page).getByRole("button", { name: "Reject" })
    expect(await reject.isDisabled()).toBe(true)
    await dialog(page).getByRole("textbox").fill("It has run out")
    await reject.click()
    await showsNote(page, "The identity of Nadia Okafor was rejected")
    await shows(section, "Reason It has run out")
    expect(await identity()).toMatchObject({
      status: "rejected",
      note: "It has run out",
    })

    await choose(section, "Verify")
    await press(page, "Verify")
    await showsNote(page, "The identity of Nadia Okafor is verified")
    await shows(section, "Verified")
    expect(await identity()).toMatchObject({ status: "verified" })
  })

  test("a program asks for an identity above an amount, and says so in words", async () => {
    const { page, open, prepared, store } = dashboard
    const path = `/admin/affiliate-programs/${prepared.programs.resellers}`
    await open(`/affiliates/programs/${prepared.programs.resellers}`)
    const terms = box(page, "Terms in plain words")
    await shows(terms, "Nobody is asked who they are.")
    await terms.getByRole("link", { name: "Edit terms" }).click()
    await dialog(page).getByText("Above an amount", { exact: true }).click()
    await press(page, "Save")
    await shows(dialog(page), "List at least one amount.")
    // The smallest payouts and the milestones have amounts, too.
    await dialog(page)
      .getByRole("button", { name: "Add an amount" })
      .last()
      .click()
    await dialog(page)
      .getByRole("textbox", { name: "Amount" })
      .last()
      .fill("500")
    await press(page, "Save")
    await shows(
      terms,
      "Payouts beyond $500.00 in all wait until you have verified who the affiliate is."
    )
    expect(ok(await store.admin.get(path)).affiliate_program).toMatchObject({
      identity_required: "above_amount",
      identity_amounts: [{ currency_code: "usd", amount: 500 }],
    })
  })
}
