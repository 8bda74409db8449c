import { describeWithChromium } from "../harness/chromium"
import {
  buyMug,
  clicksOf,
  figuresOf,
  linkTo,
  settled,
  useShopWindow,
  verdictOn,
  visit,
} from "./shop-window"

/** From a link to the money, in a browser, through the example storefront. */
describeWithChromium("whoever comes by a link and buys", () => {
  const shop = useShopWindow()

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
    [10, "is credited"],
    [31, "is nobody's: the window is over"],
  ])("%s days later %s", async (days) => {
    const ada = await linkTo(shop, `${shop.elsewhere}/products/mug`)
    const page = await visit(shop)
    await page.goto(ada.link)
    await settled(page)
    await shop.store.database.sql(
      `UPDATE affiliate_click SET created_at = created_at - make_interval(days => $2)
        WHERE affiliate_id = $1`,
      [ada.id, days]
    )
    const late = await page.context().newPage()
    await late.clock.install({ time: Date.now() + days * 24 * 3600 * 1000 })
    const orderId = await buyMug(late, shop.elsewhere)

    const verdict = await verdictOn(shop, orderId)
    expect(verdict.affiliate_id).toBe(days < 30 ? ada.id : null)
    expect(await figuresOf(ada.api, ada.linkId)).toMatchObject({
      orders: days < 30 ? 1 : 0,
    })
  })

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
})
