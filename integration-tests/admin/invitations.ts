import { readFile } from "node:fs/promises"
import { ok } from "../harness"
import { uniqueEmail } from "../support/people"
import type { Dashboard } from "./dashboard"
import type { JoiningDay } from "./joining-day"
import {
  box,
  choose,
  content,
  dialog,
  fill,
  press,
  rowWith,
  shows,
  showsNote,
} from "./reading"

type Invitation = { email: string; status: string; token?: string }

export function invitationPromises(dashboard: Dashboard<JoiningDay>): void {
  const invitationsOf = async (q: string): Promise<Invitation[]> =>
    ok(await dashboard.store.admin.get("/admin/affiliate-invitations", { q }))
      .affiliate_invitations

  const upload = (rows: string[], name: string) =>
    dashboard.page.locator("input[type=file]").setInputFiles({
      name,
      mimeType: "text/csv",
      buffer: Buffer.from(rows.join("\n")),
    })

  test("without an e-mail provider an invitation's link is shown once, to hand over", async () => {
    const { page, open, store } = dashboard
    const email = uniqueEmail()
    await open("/affiliates/invitations")
    await content(page)
      .getByRole("link", { name: "Invite", exact: true })
      .click()
    await fill(page, "E-mail", email)
    await fill(page, "Name", "Rosa Bell")
    await press(page, "Invite")

    await shows(dialog(page), `${email} is invited, but no e-mail went out`)
    const token = await dialog(page).locator(".font-mono").innerText()
    const answer = await store.shop.storefront.get(
      `/store/affiliate/invitations/${token.trim()}`
    )
    expect(answer.status).toBe(200)
    await press(page, "Done")
    await shows(rowWith(page.locator("table"), email), "Rosa Bell")
    await shows(rowWith(page.locator("table"), email), "Open")

    await choose(rowWith(page.locator("table"), email), "Revoke")
    await press(page, "Revoke")
    await showsNote(page, `The invitation of ${email} is revoked`)
    expect(await invitationsOf(email)).toMatchObject([{ status: "revoked" }])
  })

  test("how far an invitation's e-mail has come is shown, with the reason where it failed", async () => {
    const { page, open, store } = dashboard
    const [none, waiting, failed] = [
      uniqueEmail(),
      uniqueEmail(),
      uniqueEmail(),
    ]
    ok(
      await store.admin.post("/admin/affiliate-invitations", {
        invitations: [none, waiting, failed].map((email) => ({ email })),
      })
    )
    // The store of this test has no e-mail provider that could refuse one.
    for (const [status, email] of Object.entries({ waiting, failed })) {
      await store.database.sql(
        `UPDATE affiliate_invitation SET email_status = $1, email_error = 'Mailbox full',
                notify_after = now() + interval '1 day'
          WHERE email = $2`,
        [status, email]
      )
    }
    await open("/affiliates/invitations")
    const row = (email: string) => rowWith(page.locator("table"), email)
    await shows(row(none), "No e-mail")
    await shows(row(waiting), "Not sent yet")
    await shows(row(failed), "Failed")
    await row(failed).getByText("Failed").hover()
    await shows(
      page.getByRole("tooltip"),
      "The last try failed: Mailbox full. Your store does not try again."
    )

    await choose(row(failed), "Send again")
    await press(page, "Send again")
    await shows(dialog(page), `${failed} is invited, but no e-mail went out`)
    await press(page, "Done")
    await shows(row(failed), "No e-mail")
  })

  test("of a file with a wrong line nobody is invited, and the line is named; mended, everybody is", async () => {
    const { page, open } = dashboard
    const [good, other] = [uniqueEmail(), uniqueEmail()]
    await open("/affiliates/invitations/import")
    await upload(["email;name", `${good};Sam`, "nobody;Tom"], "people.csv")
    await press(page, "Invite 2 people")
    await shows(dialog(page), "Nothing was done 1 line is wrong.")
    await shows(dialog(page), "Line 3 Field 'email'")
    expect(dashboard.takeRefusals()).toEqual([
      "400 POST /admin/affiliate-invitations",
    ])
    expect(await invitationsOf(good)).toEqual([])

    await press(page, "Choose another file")
    await upload(["email;name", `${good};Sam`, `${other};Tom`], "people.csv")
    await press(page, "Invite 2 people")
    await shows(dialog(page), "2 people are invited, but no e-mail went out")
    await press(page, "Done")
    await shows(rowWith(page.locator("table"), good), "Open")
    await shows(rowWith(page.locator("table"), other), "Open")
  })

  test("an affiliate whom the merchant made is invited to make a login, again with a new link", async () => {
    const { page, open, prepared } = dashboard
    await open(`/affiliates/${prepared.cleo.id}`)
    const tokens = []
    for (let time = 0; time < 2; time++) {
      await choose(box(page, "Cleo Okafor"), "Invite to make a login")
      await shows(dialog(page), "but no e-mail went out")
      tokens.push(await dialog(page).locator(".font-mono").innerText())
      await press(page, "Done")
    }
    expect(new Set(tokens).size).toBe(2)
  })

  test("affiliates come from a file and go into one", async () => {
    const { page, open, store } = dashboard
    const email = uniqueEmail()
    await open("/affiliates")
    await content(page).locator("[aria-haspopup=menu]").nth(2).click()
    await page.getByRole("menuitem", { name: "Import from CSV" }).click()
    await upload(["name,email,website", `Uma Reyes,${email},nowhere`], "a.csv")
    await press(page, "Import 1 affiliate")
    await shows(dialog(page), "Line 2 Field 'website'")
    expect(dashboard.takeRefusals()).toEqual([
      "400 POST /admin/affiliates/import",
    ])
    await press(page, "Choose another file")
    await upload(["name,email,country_code", `Uma Reyes,${email},es`], "a.csv")
    await press(page, "Import 1 affiliate")
    await showsNote(page, "1 affiliate imported")

    const { affiliates } = ok(
      await store.admin.get("/admin/affiliates", { email })
    )
    expect(affiliates).toMatchObject([
      { name: "Uma Reyes", country_code: "es" },
    ])
    await open("/affiliates")
    await content(page).getByPlaceholder("Search").fill(email)
    await shows(content(page), "1 of 1 results")
    await content(page).locator("[aria-haspopup=menu]").nth(2).click()
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("menuitem", { name: "Export as CSV" }).click(),
    ])
    const lines = (await readFile(await file.path(), "utf8")).trim().split("\n")
    expect(lines).toHaveLength(2)
    expect(lines[1]).toContain(`Uma Reyes,${email}`)
  })
}
