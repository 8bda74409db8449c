import type { BrowserContext } from "playwright-core"
import { describeWithChromium } from "../harness/chromium"
import {
  buyMug,
  clicksOf,
  linkTo,
  settled,
  untilClicked,
  useShopWindow,
  verdictOn,
  visit,
} from "./shop-window"

/** A no is a no: nothing stays in the browser, nothing is kept by the store, and no cart is told. */

/** All that a site has left in a browser. */
const leftIn = async (context: BrowserContext, origin: string) => {
  const { cookies, origins } = await context.storageState()
  return {
    cookies: cookies.map(({ name }) => name).filter((n) => n !== "consent"),
    stored: origins
      .filter((one) => one.origin === origin)
      .flatMap(({ localStorage }) => localStorage.map(({ name }) => name)),
  }
}
const NOTHING = { cookies: [], stored: [] }

/** What a browser with Global Privacy Control does. */
const withGpc = async (context: BrowserContext) => {
  await context.setExtraHTTPHeaders({ "sec-gpc": "1" })
  await context.addInitScript(
    "Object.defineProperty(navigator, 'globalPrivacyControl', { value: true })"
  )
}

describeWithChromium("a visitor who is asked first", () => {
  const shop = useShopWindow({ REQUIRE_CONSENT: "true" })

  test("and says no leaves a visit that is counted, and nothing else", async () => {
    const ada = await linkTo(shop, shop.baseUrl)
    const page = await visit(shop)
    await page.goto(`${shop.elsewhere}/?ref=${ada.code}`)
    await page.getByRole("button", { name: "No" }).click()
    await settled(page)
    await untilClicked(shop, ada.id)
    const orderId = await buyMug(page, shop.elsewhere)

    expect((await verdictOn(shop, orderId)).outcome).toBe("none")
    expect((await clicksOf(shop, ada.id)).personal).toBe(0)
    expect(await leftIn(page.context(), shop.elsewhere)).toEqual({
      ...NOTHING,
      cookies: ["cart"],
    })
  })

  test("and says nothing is not remembered either", async () => {
    const ada = await linkTo(shop, shop.baseUrl)
    const page = await visit(shop)
    await page.goto(`${shop.elsewhere}/?ref=${ada.code}`)
    await settled(page)
    const left = await leftIn(page.context(), shop.elsewhere)
    expect(left.stored).toEqual([])
    const orderId = await buyMug(page, shop.elsewhere)
    expect((await verdictOn(shop, orderId)).outcome).toBe("none")
  })

  test("and says yes is credited to whoever sent them, counted once", async () => {
    const ada = await linkTo(shop, shop.baseUrl)
    const page = await visit(shop)
    await page.goto(`${shop.elsewhere}/?ref=${ada.code}`)
    await settled(page)
    await page.getByRole("button", { name: "Yes" }).click()
    await page.waitForURL(`${shop.elsewhere}/?ref=**`)
    await settled(page)
    const orderId = await buyMug(page, shop.elsewhere)

    expect((await verdictOn(shop, orderId)).affiliate_id).toBe(ada.id)
    const counted = await shop.store.database.sql(
      "SELECT id FROM affiliate_click WHERE affiliate_id = $1 AND counted",
      [ada.id]
    )
    expect(counted).toHaveLength(1)
  })
})

describeWithChromium(
  "a visitor whose browser sends Global Privacy Control",
  () => {
    const shop = useShopWindow()

    test.each(["with scripts", "without scripts"])(
      "is counted and not remembered, %s",
      async (how) => {
        const ada = await linkTo(shop, `${shop.baseUrl}/`)
        const page = await visit(
          shop,
          { javaScriptEnabled: how === "with scripts" },
          withGpc
        )
        await page.goto(ada.link)
        await settled(page)
        expect(await leftIn(page.context(), shop.baseUrl)).toEqual(NOTHING)
        const orderId = await buyMug(page, shop.baseUrl)

        expect((await verdictOn(shop, orderId)).outcome).toBe("none")
        expect(await clicksOf(shop, ada.id)).toEqual({ all: 1, personal: 0 })
      }
    )

    test("gives a code of their own accord, which counts", async () => {
      const ada = await linkTo(shop, `${shop.baseUrl}/`)
      const page = await visit(shop, {}, withGpc)
      await page.goto(`${shop.baseUrl}/products/mug`)
      await page.getByRole("button", { name: "Add to cart" }).click()
      await page.getByLabel("Code").fill(ada.code)
      await page.getByRole("button", { name: "Apply" }).click()
      await page.getByText(`${ada.code} by Ada King is noted.`).waitFor()
      const orderId = await buyMug(page, shop.baseUrl)
      expect((await verdictOn(shop, orderId)).affiliate_id).toBe(ada.id)
    })
  }
)

describeWithChromium("a no that comes later", () => {
  const shop = useShopWindow()

  test("forgets who sent the visitor", async () => {
    const ada = await linkTo(shop, shop.baseUrl)
    const page = await visit(shop)
    await page.goto(`${shop.baseUrl}/?ref=${ada.code}`)
    await settled(page)
    const before = await leftIn(page.context(), shop.baseUrl)
    expect(before.stored).toEqual(["affiliate_referral"])
    await page.evaluate("window.affiliate.consent(false)")
    const after = await leftIn(page.context(), shop.baseUrl)
    expect(after.stored).toEqual([])
  })
})
