import { clicksOf, figuresOf, letDaysPass, linkTo, verdictOn } from "./linked"
import type { ShopWindow } from "./shop-window"
import { buyMug, settled, visit } from "./shopper"

const DAY_MS = 86_400_000

/** From a link to the money, in a browser, through the example storefront. */
export function linkPromises(shop: ShopWindow): void {
  test("is credited to its affiliate, and the order counts for the link", async () => {
    const ada = await linkTo(shop, `${shop.baseUrl}/products/mug`)
    const page = await visit(shop)
    await page.goto(ada.link)
    await settled(page)
    const orderId = await buyMug(page, shop.baseUrl)

    expect(await verdictOn(shop, orderId)).toMatchObject({
      affiliate_id: ada.id,
      source: "code",
      commission_total: 4,
    })
    expect(await figuresOf(ada.api, ada.linkId)).toEqual({
      clicks: 1,
      orders: 1,
    })
  })

  test("is so too where the store is another site and third-party cookies are blocked", async () => {
    const ada = await linkTo(shop, `${shop.elsewhere}/products/mug`)
    const page = await visit(shop)
    await page.goto(ada.link)
    await settled(page)
    // What the store has set on its own site is out of reach here.
    const cookies = await page.context().cookies(shop.elsewhere)
    expect(cookies.filter(({ name }) => name === "aff_click")).toEqual([])
    const orderId = await buyMug(page, shop.elsewhere)

    expect((await verdictOn(shop, orderId)).affiliate_id).toBe(ada.id)
    expect(await figuresOf(ada.api, ada.linkId)).toEqual({
      clicks: 1,
      orders: 1,
    })
  })

  test("is so too without scripts, by the cookie of the link alone", async () => {
    const ada = await linkTo(shop, `${shop.baseUrl}/products/mug`)
    const page = await visit(shop, { javaScriptEnabled: false })
    await page.goto(ada.link)
    const orderId = await buyMug(page, shop.baseUrl)

    expect(await verdictOn(shop, orderId)).toMatchObject({
      affiliate_id: ada.id,
      source: "click",
    })
    expect(await figuresOf(ada.api, ada.linkId)).toEqual({
      clicks: 1,
      orders: 1,
    })
  })

  test("is nobody's without scripts where the cookie cannot reach the shop, which sells all the same", async () => {
    const ada = await linkTo(shop, `${shop.elsewhere}/products/mug`)
    const page = await visit(shop, { javaScriptEnabled: false })
    await page.goto(ada.link)
    const orderId = await buyMug(page, shop.elsewhere)

    expect((await verdictOn(shop, orderId)).outcome).toBe("none")
    expect(await figuresOf(ada.api, ada.linkId)).toEqual({
      clicks: 1,
      orders: 0,
    })
  })

  test.each([
    [30, 10, "is credited"],
    [30, 31, "is nobody's: the window is over"],
    [7, 6, "is credited"],
    [7, 10, "is nobody's: the window is over"],
  ])(
    "where the program's window is %s days, %s days later %s",
    async (window_days, days) => {
      const counts = days < window_days
      const ada = await linkTo(shop, `${shop.elsewhere}/products/mug`, {
        window_days,
      })
      const orderId = await buyLater(ada.link, ada.id, days)
      const verdict = await verdictOn(shop, orderId)
      expect(verdict.affiliate_id).toBe(counts ? ada.id : null)
      expect(await figuresOf(ada.api, ada.linkId)).toMatchObject({
        orders: counts ? 1 : 0,
      })
    }
  )

  test("by `?ref=`, ten days later, where the program's window is seven, is nobody's", async () => {
    const ada = await linkTo(shop, shop.baseUrl, { window_days: 7 })
    const address = `${shop.elsewhere}/?ref=${ada.code}`
    const orderId = await buyLater(address, ada.id, 10)
    expect((await verdictOn(shop, orderId)).outcome).toBe("none")
  })

  /** Comes by an address, and buys days later. */
  const buyLater = async (address: string, id: string, days: number) => {
    const page = await visit(shop)
    await page.goto(address)
    await settled(page)
    await letDaysPass(shop, id, days)
    const late = await page.context().newPage()
    await late.clock.install({ time: Date.now() + days * DAY_MS })
    return await buyMug(late, shop.elsewhere)
  }

  test("comes by `?ref=` and is credited: the visit is recorded once, with where it began", async () => {
    const ada = await linkTo(shop, shop.baseUrl)
    const page = await visit(shop)
    await page.goto(
      `${shop.elsewhere}/?ref=${ada.code.toLowerCase()}&sub_id=bio`
    )
    await settled(page)
    const orderId = await buyMug(page, shop.elsewhere)

    expect((await verdictOn(shop, orderId)).affiliate_id).toBe(ada.id)
    expect(await clicksOf(shop, ada.id)).toEqual({ all: 1, personal: 1 })
    const [conversion] = await shop.store.database.sql(
      "SELECT sub_id FROM affiliate_conversion WHERE order_id = $1",
      [orderId]
    )
    expect(conversion).toEqual({ sub_id: "bio" })
  })

  test("by nobody's link is nobody's", async () => {
    const page = await visit(shop)
    const orderId = await buyMug(page, shop.baseUrl)
    expect((await verdictOn(shop, orderId)).outcome).toBe("none")
  })
}
