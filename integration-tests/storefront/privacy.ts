import type { BrowserContext } from "playwright-core"
import { leftIn, NOTHING } from "./left-in-browser"
import { clicksOf, linkTo, verdictOn } from "./linked"
import type { ShopWindow } from "./shop-window"
import { buyMug, enter, settled, visit } from "./shopper"

/** A no is a no: nothing stays in the browser, nothing is kept by the store, and no cart is told. */

/** What a browser with Global Privacy Control does. */
const withGpc = async (context: BrowserContext) => {
  await context.setExtraHTTPHeaders({ "sec-gpc": "1" })
  await context.addInitScript(
    "Object.defineProperty(navigator, 'globalPrivacyControl', { value: true })"
  )
}

export function privacyPromises(shop: ShopWindow): void {
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
    await enter(page, ada.code)
    await page.getByText(`${ada.code} by Ada King is noted.`).waitFor()
    const orderId = await buyMug(page, shop.baseUrl)
    expect((await verdictOn(shop, orderId)).affiliate_id).toBe(ada.id)
  })

  test("says no later on, and is forgotten", async () => {
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
}
