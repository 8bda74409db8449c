import { ok } from "../harness"
import { hides, read, shows } from "../admin/reading"
import { PASSWORD } from "../harness/shop"
import { settle } from "./accessible"
import { LONG_NAME } from "./busy"
import type { Cast } from "./cast"
import type { Portal } from "./portal"

export function profilePromises(portal: Portal<Cast>): void {
  test("an e-mail is switched off by a tick, and is so when the page is opened again", async () => {
    const { ada } = portal.prepared
    const wants = async () =>
      ok(await ada.api.get("/affiliate/profile")).affiliate.emails
    const { page, open, signIn } = await portal.visit({ language: "de" })
    await signIn(ada.email)
    await open("/profile")
    await settle(page)
    const off = page.getByLabel("Eine Auszahlung wurde gesendet")
    const stays = page.getByLabel("Sie erreichen einen Meilenstein")
    expect(await off.isChecked()).toBe(true)
    await off.click()
    await shows(page.locator("body"), "Gespeichert")
    expect(await wants()).toMatchObject({
      payout_paid: false,
      milestone_reached: true,
    })
    await open("/profile")
    await settle(page)
    expect(await off.isChecked()).toBe(false)
    expect(await stays.isChecked()).toBe(true)
    await off.click()
    await shows(page.locator("body"), "Gespeichert")
    expect(await wants()).toMatchObject({ payout_paid: true })
  })

  test("a store that sends no e-mails asks about none", async () => {
    const { database } = portal.store
    const { page, open, signIn } = await portal.visit()
    await signIn(portal.prepared.ada.email)
    const main = page.locator("main")
    await open("/profile")
    await shows(main, "A payout was sent")
    const email = "'email' = ANY(channels)"
    await database.sql(
      `UPDATE notification_provider SET is_enabled = false WHERE ${email}`
    )
    try {
      await open("/profile")
      await shows(main, "How this page looks")
      expect(await read(main)).not.toContain("A payout was sent")
    } finally {
      await database.sql(
        `UPDATE notification_provider SET is_enabled = true WHERE ${email}`
      )
    }
  })

  test("who signs out leaves nothing behind for whoever comes next", async () => {
    const { busy, fresh } = portal.prepared
    const { page, signIn } = await portal.visit()
    await signIn(busy.email)
    const main = page.locator("main")
    const menu = page.getByRole("navigation")
    await menu.getByRole("link", { name: "Links", exact: true }).click()
    await shows(main, LONG_NAME)
    await page.getByRole("button", { name: "Sign out" }).click()
    await page.getByLabel("Password").waitFor()
    await hides(page.locator("body"), LONG_NAME.slice(0, 20))
    expect(
      await page.evaluate(
        "JSON.stringify({ ...sessionStorage, ...localStorage }) + document.cookie"
      )
    ).not.toMatch(/token|eyJ/)

    // Before the store has answered there is nothing to see.
    let answer = (): void => {}
    const answered = new Promise<void>((resolve) => (answer = resolve))
    await page.route("**/affiliate/links?*", async (route) => {
      await answered
      await route.continue()
    })
    await page.getByLabel("E-mail").fill(fresh.email)
    await page.getByLabel("Password").fill(PASSWORD)
    await page.getByRole("button", { name: "Sign in" }).click()
    await shows(main, "Hello Fay Fresh")
    await menu.getByRole("link", { name: "Links", exact: true }).click()
    await page.getByRole("heading", { name: "Links", level: 1 }).waitFor()
    expect(await read(main)).not.toContain(LONG_NAME.slice(0, 20))
    answer()
    await shows(main, "No links yet")
    expect(await read(main)).not.toContain("Post 1")
  })
}
