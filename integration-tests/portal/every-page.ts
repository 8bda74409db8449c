import { ok } from "../harness"
import { hides, read, shows } from "../admin/reading"
import { barriersOf, settle, sidewaysOf } from "./accessible"
import { LONG_NAME } from "./busy"
import type { Cast } from "./cast"
import { LOOKS, type Portal } from "./portal"

const PAGES = [
  "/",
  "/links",
  "/creatives",
  "/earnings",
  "/payouts",
  "/payouts/method",
  "/payouts/tax",
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

/** Where the portal has no words for something, or did not fill in what they leave room for. */
const wordlessOf = (text: string): string[] => [
  ...(text.match(
    /\b(common|dashboard|earnings|entry|links|more|payouts|tax)\.[a-z]\w*(\.\w+)*/g
  ) ?? []),
  ...(text.match(/\{\{\w+\}\}/g) ?? []),
]

export function everyPagePromises(portal: Portal<Cast>): void {
  test.each(LOOKS)(
    "can be used by everybody, and fits: $width, $theme, $language",
    async (look) => {
      const { page, open, signIn } = await portal.visit(look)
      const found: Record<string, object> = {}
      const look_at = async (path: string) => {
        await settle(page)
        const barriers = await barriersOf(page)
        const sideways = await sidewaysOf(page)
        const wordless = wordlessOf(await read(page.locator("body")))
        if (barriers.length > 0 || sideways > 0 || wordless.length > 0)
          found[path] = { barriers, sideways, wordless }
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
      await open("/payouts/tax")
      await settle(page)
      const [us, vat, isUs, isNone, isEntity, isPerson] = await page
        .getByRole("radio")
        .all()
      for (const [name, ...answers] of [
        ["W-9", us, isUs, isPerson],
        ["W-8BEN", isNone],
        ["W-8BEN-E", isEntity],
      ] as const) {
        for (const answer of answers) await answer.click()
        await page.locator("main button[type=submit]").click()
        await look_at(`the form ${name}, left empty`)
      }
      await vat.click()
      await page.getByRole("radio").last().click()
      await page.locator("main button[type=submit]").click()
      await look_at("the form on VAT, left empty")
      expect(found).toEqual({})
    }
  )

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
      ["/payouts/tax", "No tax form yet."],
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
    await page.route("**/affiliate/tax-form", (route) => route.abort())
    await open("/payouts/tax")
    await shows(main, "This could not be loaded")
    await page.unroute("**/affiliate/tax-form")
    await page.getByRole("button", { name: "Try again" }).click()
    await shows(main, LONG_NAME)
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
}
