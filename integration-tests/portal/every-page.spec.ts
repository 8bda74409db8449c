import { ok } from "../harness"
import { describeWithChromium } from "../harness/chromium"
import { giveMoney, makeAffiliate } from "../support/affiliates"
import { sandboxOf, WITH_SANDBOX } from "../support/sandbox"
import { hides, read, shows } from "../admin/reading"
import { barriersOf, settle, sidewaysOf } from "./accessible"
import { LONG_NAME, playBusyWeeks } from "./busy"
import { LOOKS, usePortal } from "./portal"

jest.setTimeout(15 * 60_000)

const PAGES = [
  "/",
  "/links",
  "/creatives",
  "/earnings",
  "/payouts",
  "/payouts/method",
  "/statement",
  "/referrals",
  "/profile",
  "/agreements",
  "/nowhere",
]
const DOORS = [
  "/sign-in",
  "/sign-up",
  "/forgot-password",
  "/reset-password?token=a&email=ada@example.com",
  "/verify-email?code=1",
]

describeWithChromium("every page", () => {
  const portal = usePortal(playBusyWeeks, {
    ...WITH_SANDBOX,
    PAYOUT_SANDBOX_ONBOARDING: "link",
    PAYOUT_STORE_CREDIT: "true",
  })

  test.each(LOOKS)(
    "can be used by everybody, and fits: $width, $theme, $language",
    async (look) => {
      const { page, open, signIn } = await portal.visit(look)
      const found: Record<string, { barriers: string[]; sideways: number }> = {}
      const look_at = async (path: string) => {
        await settle(page)
        const barriers = await barriersOf(page)
        const sideways = await sidewaysOf(page)
        if (barriers.length > 0 || sideways > 0)
          found[path] = { barriers, sideways }
      }
      for (const path of DOORS) {
        await open(path)
        await look_at(path)
      }
      const { busy } = portal.prepared
      await signIn(busy.email)
      const { commissions } = ok(
        await busy.api.get("/affiliate/commissions", { kind: "sale" })
      )
      const { payouts } = ok(await busy.api.get("/affiliate/payouts"))
      for (const path of [
        ...PAGES,
        `/earnings/${commissions[0].id}`,
        `/payouts/${payouts[0].id}`,
      ]) {
        await open(path)
        await look_at(path)
      }
      await open("/links")
      await settle(page)
      await page.locator("main").getByRole("button").first().click()
      await page.getByRole("dialog").waitFor()
      await look_at("the form of a link")
      expect(found).toEqual({})
    }
  )

  test("balances are those of the ledger, in each currency", async () => {
    const { page, open, signIn } = await portal.visit()
    const { busy } = portal.prepared
    await signIn(busy.email)
    const rows = await portal.store.database.sql<
      Record<"currency_code" | "account" | "amount", string>
    >(
      `SELECT currency_code, account, sum(amount)::text AS amount
         FROM affiliate_entry WHERE affiliate_id = $1
        GROUP BY 1, 2`,
      [busy.id]
    )
    const currencies = [...new Set(rows.map((row) => row.currency_code))]
    expect(currencies.sort()).toEqual(["eur", "jpy", "usd"])
    for (const currency of currencies) {
      await open(`/?currency=${currency}`)
      await settle(page)
      const money = new Intl.NumberFormat("en-US", {
        style: "currency",
        currency,
      })
      for (const account of ["pending", "available", "requested", "paid"]) {
        const row = rows.find(
          (one) => one.currency_code === currency && one.account === account
        )
        await shows(
          page.locator(`[data-balance=${account}]`),
          money.format(Number(row?.amount ?? 0))
        )
      }
    }
  })

  test("an order that was given back in part says what it was, and why it is less", async () => {
    const { page, open, signIn } = await portal.visit()
    const { busy } = portal.prepared
    await signIn(busy.email)
    const { commissions } = ok(
      await busy.api.get("/affiliate/commissions", { kind: "sale" })
    )
    const changed = commissions.find(
      (one: { amount: number; original_amount: number }) =>
        one.amount !== one.original_amount
    )
    await open(`/earnings/${changed.id}`)
    const main = page.locator("main")
    await shows(main, "It was $44.00 at first")
    await shows(main, `made it $${changed.amount.toFixed(2)}`)
    await shows(main, "Changed with the order")
  })

  test("creatives carry the affiliate's code, ready to copy", async () => {
    const { page, open, signIn } = await portal.visit()
    const { busy } = portal.prepared
    await signIn(busy.email)
    await open("/creatives")
    const main = page.locator("main")
    await shows(main, "Warm shirts for long evenings.")
    const { creatives } = ok(await busy.api.get("/affiliate/creatives"))
    const text = creatives.find(({ kind }: { kind: string }) => kind === "text")
    await page.getByRole("button", { name: /Autumn, text/ }).click()
    expect(await page.evaluate("navigator.clipboard.readText()")).toBe(
      text.embed_code
    )
  })

  test("who has nothing yet is told what to do", async () => {
    const { page, open, signIn } = await portal.visit({ width: "phone" })
    await signIn(portal.prepared.fresh.email)
    const main = page.locator("main")
    await shows(main, "Ready for your first order")
    for (const [path, words] of [
      ["/links", "No links yet"],
      ["/earnings", "Nothing earned yet"],
      ["/payouts", "Nothing is available yet."],
      ["/payouts", "No payouts yet"],
      ["/statement", "No money moved in this period."],
      ["/referrals", "Nobody yet"],
    ]) {
      await open(path)
      await shows(main, words)
    }
  })

  test("more rows than a page holds are turned over, searched and narrowed", async () => {
    const { page, open, signIn } = await portal.visit()
    await signIn(portal.prepared.busy.email)
    const main = page.locator("main")
    await open("/links")
    await shows(main, "1 to 20 of 24")
    await shows(main, LONG_NAME)
    await page.getByRole("button", { name: "Next" }).click()
    await shows(main, "21 to 24 of 24")
    await page.getByRole("searchbox").fill("Post 7")
    await hides(main, "of 24")
    await shows(main, "Post 7")
    await open("/earnings?status=clawed_back")
    await shows(main, "No earning matches.")
  })

  test("an account that is given on a provider's own pages says how far it is, until money can go there", async () => {
    const { page, open, signIn } = await portal.visit()
    const { store } = portal
    const { id, email } = await makeAffiliate(store)
    // The provider's page, which sends whoever is done back to where they came from.
    await page.route("https://sandbox.example/**", (route) =>
      route.fulfill({
        status: 302,
        headers: {
          location:
            new URL(route.request().url()).searchParams.get("return_url") ?? "",
        },
      })
    )
    await signIn(email)
    await open("/payouts/method")
    const main = page.locator("main")
    await page.getByLabel("How").selectOption("sandbox")
    await page.getByRole("button", { name: "Continue at the provider" }).click()

    await shows(main, "sandbox still needs: The sandbox wants to know more")
    await page.getByRole("button", { name: "Continue at sandbox" }).waitFor()
    await open("/payouts")
    await shows(main, "sandbox still needs: The sandbox wants to know more")

    // Whoever comes back to the page has the provider asked again.
    sandboxOf(store).accounts.set(`sandbox-${id}`, { payouts_enabled: true })
    await open("/payouts/method")
    await shows(main, "sandbox can send money to your account.")
    await hides(main, "still needs")
  })

  test("a payout as store credit shows its code, and what to do with it", async () => {
    const { page, open, signIn } = await portal.visit({ language: "de" })
    const { store } = portal
    const { id, email } = await makeAffiliate(store)
    await signIn(email)
    await open("/payouts/method")
    const main = page.locator("main")
    await page.getByLabel("Wie").selectOption("store-credit")
    await shows(main, "Es gibt nichts auszufüllen.")
    await page.getByRole("button", { name: "Speichern" }).click()
    await shows(main, "Guthaben im Shop")

    await giveMoney(store, id, 25)
    const { payout } = ok(
      await store.admin.post("/admin/affiliate-payouts", {
        affiliate_id: id,
        currency_code: "usd",
      })
    )
    const { payout: paid } = ok(
      await store.admin.post(`/admin/affiliate-payouts/${payout.id}/process`)
    )
    await open(`/payouts/${payout.id}`)
    await shows(main, paid.reference)
    await shows(
      main,
      "Was davon übrig bleibt, gilt für die nächste Bestellung."
    )
    expect(await barriersOf(page)).toEqual([])
  })

  test("what cannot be reached says so, and can be tried again", async () => {
    const { page, open, signIn } = await portal.visit()
    await signIn(portal.prepared.busy.email)
    await page.route("**/affiliate/payouts/summary", (route) => route.abort())
    await open("/payouts")
    const main = page.locator("main")
    await shows(main, "This could not be loaded")
    await page.unroute("**/affiliate/payouts/summary")
    await page.getByRole("button", { name: "Try again" }).click()
    await shows(main, "Available:")
  })

  test("whoever is not let in signs in, and comes to the page they asked for", async () => {
    const { page, open, takeRefusals } = await portal.visit()
    await open("/sign-in")
    await page.evaluate(
      `sessionStorage.setItem("affiliate-portal-token", "a.b.c")`
    )
    await open("/payouts")
    await page.getByLabel("Password").waitFor()
    expect(new Set(takeRefusals())).toEqual(
      new Set(["401 GET /affiliate/profile"])
    )
    await page.getByLabel("E-mail").fill(portal.prepared.fresh.email)
    await page.getByLabel("Password").fill("not the password")
    await page.getByRole("button", { name: "Sign in" }).click()
    await shows(page.locator("main"), "do not fit together")
    expect(takeRefusals()).toEqual(["401 POST /auth/affiliate/emailpass"])
    expect(await read(page.locator("main"))).not.toContain("Payouts")
  })

  test("language and appearance are the browser's, until others are chosen", async () => {
    const { page, open } = await portal.visit({ language: "de", theme: "dark" })
    await open("/sign-in")
    await shows(page.locator("main"), "Anmelden")
    const isDark = () =>
      page.evaluate("document.documentElement.classList.contains('dark')")
    expect(await isDark()).toBe(true)
    await page.getByLabel("Sprache").selectOption("en")
    await page.getByLabel("Appearance").selectOption("light")
    await open("/sign-in")
    await shows(page.locator("main"), "Sign in")
    expect(await isDark()).toBe(false)
    expect(await page.evaluate("document.documentElement.lang")).toBe("en")
  })
})
