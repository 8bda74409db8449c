import { buy, capture, eventually, ok } from "../harness"
import {
  publishAgreement,
  release,
  uniqueEmail,
  untilPaid,
} from "../harness/affiliates"
import { browserAt, follow } from "../harness/affiliates/browsers"
import { PASSWORD } from "../harness/shop"
import { barriersOf, settle, sidewaysOf } from "./accessible"
import type { Cast } from "./cast"
import { PAGE_MS_MAX, type Portal } from "./portal"
import { read, shows } from "../admin/reading"

/** From the application to the payout, as an affiliate does it on a phone; what is shown is what the store says. */
export function journeyPromises(portal: Portal<Cast>): void {
  test("applies, is approved, accepts new terms, makes a link, earns and is paid", async () => {
    const { store, prepared } = portal
    const { page, open } = await portal.visit({ width: "phone" })
    const email = uniqueEmail()
    const main = page.locator("main")
    const go = async (path: string) => {
      await open(path)
      await settle(page)
    }

    // Applies.
    await go(`/sign-up?program=${prepared.makers.handle}`)
    await shows(main, "Apply to Makers")
    expect(await barriersOf(page)).toEqual([])
    await page.getByRole("button", { name: "Send the application" }).click()
    await shows(main, "Please fill this in")
    await page.getByLabel("E-mail").fill(email)
    await page.getByLabel("Password").fill(PASSWORD)
    await page.getByLabel("Name or company").fill("Mira Maker")
    await page.getByLabel("Where do you publish?").selectOption("Podcast")
    await page.getByLabel("How many follow you?").fill("12000")
    await page.getByLabel("I have read the terms").click()
    await page.getByRole("button", { name: "Send the application" }).click()
    await shows(main, "Your application is with the store")
    expect(await barriersOf(page)).toEqual([])

    // Is approved.
    const { affiliates } = ok(
      await store.admin.get("/admin/affiliates", { q: email })
    )
    const [{ id }] = affiliates
    const { affiliate } = ok(await store.admin.get(`/admin/affiliates/${id}`))
    expect(affiliate.answers).toEqual({ audience: 12000, channel: "Podcast" })
    ok(await store.admin.post(`/admin/affiliates/${id}/approve`))
    await page.getByRole("button", { name: "Look again" }).click()
    await shows(main, "Hello Mira Maker")

    // Accepts what is new.
    await publishAgreement(store, prepared.makers.id, {
      title: "Better terms",
      body: "Be very honest.",
    })
    await go("/")
    await shows(main, "There are new terms to accept")
    await page.getByRole("link", { name: "Read the terms" }).click()
    await page.getByRole("button", { name: "I have read this" }).click()
    await shows(main, "You accepted this on")

    // Makes a link, and somebody follows it and buys.
    await go("/links")
    await page.getByRole("button", { name: "Make a link" }).first().click()
    const form = page.getByRole("dialog")
    await form
      .getByLabel("Page of the store")
      .fill("http://localhost:8000/products/shirt")
    await form.getByLabel("Name").fill("Shirt review")
    await form.getByLabel("Campaign").first().fill("Autumn")
    expect(await barriersOf(page)).toEqual([])
    await form.getByRole("button", { name: "Make a link" }).click()
    await shows(main, "Shirt review")
    const own = store.api.as(
      ok(
        await store.api.post("/auth/affiliate/emailpass", {
          email,
          password: PASSWORD,
        })
      ).token
    )
    const [link] = ok(await own.get("/affiliate/links")).links
    expect(link).toMatchObject({ label: "Shirt review", campaign: "Autumn" })
    await page.getByRole("button", { name: "Copy Shirt review" }).click()
    expect(await page.evaluate("navigator.clipboard.readText()")).toBe(link.url)

    const { cookie } = await follow(
      browserAt(store.api),
      `/affiliate/r/${link.slug}`
    )
    const order = await buy(store.shop, {
      items: [
        { ware: store.shop.shirt, quantity: 2 },
        { ware: store.shop.mug },
      ],
      beforePayment: async (cartId) => {
        ok(
          await store.shop.storefront
            .with({ cookie: cookie! })
            .post(`/store/carts/${cartId}/affiliate`)
        )
      },
    })
    await capture(store.shop, order.id)
    await untilPaid(store, order.id)
    await release(store)

    // Is told the same as the store says, and why.
    await go("/links")
    await shows(main, "1 click · 1 order")
    await go("/")
    const { dashboard } = ok(
      await own.get("/affiliate/dashboard", { currency_code: "usd" })
    )
    expect(dashboard).toMatchObject({ orders: 1, clicks: 1, commission: 44 })
    expect(dashboard.balances).toMatchObject([{ available: 44 }])
    await shows(page.locator("[data-balance=available]"), "$44.00")
    await shows(page.locator("[data-figure=commission]"), "$44.00")
    await shows(page.locator("[data-figure=revenue]"), "$220.00")
    await shows(page.locator("[data-figure=orders]"), "1")
    await shows(page.locator("[data-figure=clicks]"), "1")
    expect(await sidewaysOf(page)).toBe(0)
    await go("/earnings")
    await page.getByRole("link", { name: /Order #/ }).click()
    await shows(main, "Somebody you sent placed order")
    await shows(main, "20% of $200.00")
    await shows(main, "Together $44.00")

    // Is paid.
    await go("/payouts")
    await shows(main, "Say where the money is to go")
    await page.getByRole("link", { name: "Say where" }).click()
    await page.getByLabel("Account holder").fill("Mira Maker")
    await page.getByLabel("IBAN").fill("DE89 3704 0044 0532 0130 00")
    await page.getByRole("button", { name: "Save" }).click()
    await shows(main, "•••• 3000")
    await page.getByRole("button", { name: "Request $44.00" }).click()
    await shows(main, "Waiting for the store")
    await eventually(
      async () => {
        const { payouts } = ok(await own.get("/affiliate/payouts"))
        expect(payouts).toMatchObject([{ amount: 44, status: "pending" }])
      },
      { timeoutMs: PAGE_MS_MAX }
    )
    expect(await barriersOf(page)).toEqual([])

    // Signs out, and is let in again by the password alone.
    await page.getByRole("button", { name: "Menu" }).click()
    await page.getByRole("button", { name: "Sign out" }).click()
    await page.getByLabel("E-mail").fill(email)
    await page.getByLabel("Password").fill(PASSWORD)
    await page.getByRole("button", { name: "Sign in" }).click()
    await shows(page.locator("[data-balance=requested]"), "$44.00")
    expect(await read(page.locator("[data-balance=available]"))).toContain(
      "$0.00"
    )
  })
}
