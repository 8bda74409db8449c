import { ok } from "../harness"
import { addProgram, apply, join, uniqueEmail } from "../harness/affiliates"
import { PASSWORD } from "../harness/shop"
import { shows } from "../admin/reading"
import { barriersOf, settle } from "./accessible"
import type { Cast } from "./cast"
import { inPortal, mailTo } from "./mails"
import type { Portal } from "./portal"

export function joiningPromises(portal: Portal<Cast>): void {
  test("whoever is invited follows the link and is in at once", async () => {
    const { store } = portal
    const { affiliate_invitation } = ok(
      await store.admin.post("/admin/affiliate-invitations", {
        email: "ida.invited@example.com",
        name: "Ida Invited",
      })
    )
    const { page, open } = await portal.visit({ width: "phone" })
    await open(inPortal(affiliate_invitation.accept_url))
    const main = page.locator("main")
    await shows(main, "The invitation was sent to")
    await settle(page)
    expect(await barriersOf(page)).toEqual([])
    expect(await page.getByLabel("Name or company").inputValue()).toBe(
      "Ida Invited"
    )
    await page.getByLabel("E-mail").fill(uniqueEmail())
    await page.getByLabel("Password").fill(PASSWORD)
    await page.getByRole("button", { name: "Accept the invitation" }).click()
    await shows(main, "Hello Ida Invited")
    const { affiliates } = ok(
      await store.admin.get("/admin/affiliates", {
        q: "ida.invited@example.com",
      })
    )
    expect(affiliates).toMatchObject([{ status: "approved" }])
  })

  test("a link that is worth nothing says so", async () => {
    const { page, open, takeRefusals } = await portal.visit()
    await open("/invitation?token=guessed")
    await shows(page.locator("main"), "This invitation is no longer valid")
    expect(takeRefusals()).toEqual([
      "404 GET /affiliate/portal/invitation.json",
    ])
  })

  test("a forgotten password is replaced by the link of the e-mail, once", async () => {
    const { store } = portal
    const ada = await join(store.shop, { name: "Ada", email: uniqueEmail() })
    const { page, open, takeRefusals } = await portal.visit()
    await open("/sign-in")
    await page.getByRole("link", { name: "Forgot your password?" }).click()
    await page.getByLabel("E-mail").fill(ada.email)
    await page.getByRole("button", { name: "Send the link" }).click()
    const main = page.locator("main")
    await shows(main, "Look into your e-mails")
    const { reset_url } = await mailTo(
      store,
      ada.email,
      "affiliate-password-reset"
    )
    await open(inPortal(reset_url))
    await page.getByLabel("New password").fill("short")
    await page.getByRole("button", { name: "Save the password" }).click()
    await shows(main, "Use at least 8 characters")
    await page.getByLabel("New password").fill("another long one")
    await page.getByRole("button", { name: "Save the password" }).click()
    await shows(main, "Your new password is set")
    await page.getByLabel("Password").fill(PASSWORD)
    await page.getByRole("button", { name: "Sign in" }).click()
    await shows(main, "do not fit together")
    expect(takeRefusals()).toEqual(["401 POST /auth/affiliate/emailpass"])
    await page.getByLabel("Password").fill("another long one")
    await page.getByRole("button", { name: "Sign in" }).click()
    await shows(main, "Hello Ada")
  })

  test("whoever was turned down is told when to try again, and does", async () => {
    const { store } = portal
    const program_id = await addProgram(store)
    const { affiliate_program } = ok(
      await store.admin.post(`/admin/affiliate-programs/${program_id}`, {
        reapply_days: 30,
      })
    )
    const email = uniqueEmail()
    const rejected = await apply(store.shop, {
      name: "Rex Rejected",
      email,
      program: affiliate_program.handle,
    })
    const path = `/admin/affiliates/${rejected.id}`
    ok(await store.admin.post(`${path}/reject`, { reason: "Not now" }))
    const { page, open } = await portal.visit()
    await open("/sign-in")
    await page.getByLabel("E-mail").fill(email)
    await page.getByLabel("Password").fill(PASSWORD)
    await page.getByRole("button", { name: "Sign in" }).click()
    const main = page.locator("main")
    await shows(main, "Your application was not accepted")
    await shows(main, "You may apply again from")
    await store.database.sql(
      "UPDATE affiliate SET reapply_at = now() - interval '1 day' WHERE id = $1",
      [rejected.id]
    )
    await open("/")
    await page.getByRole("link", { name: "Apply again" }).click()
    await page.getByLabel("Name or company").fill("Rex Rejected")
    await page.getByRole("button", { name: "Send the application" }).click()
    await shows(main, "Your application is with the store")
    const { affiliate } = ok(await store.admin.get(path))
    expect(affiliate.status).toBe("pending")
  })
}
