import { leftIn, NOTHING } from "./left-in-browser"
import { clicksOf, linkTo, untilClicked, verdictOn } from "./linked"
import type { ShopWindow } from "./shop-window"
import { buyMug, settled, visit } from "./shopper"

/** The storefront asks whether it may remember whoever comes. */
export function askedFirstPromises(shop: ShopWindow): void {
  test("and says no leaves a visit that is counted, and nothing else", async () => {
    const ada = await linkTo(shop, shop.baseUrl)
    const page = await visit(shop)
    await page.goto(`${shop.asking.elsewhere}/?ref=${ada.code}`)
    await page.getByRole("button", { name: "No" }).click()
    await settled(page)
    await untilClicked(shop, ada.id)
    const orderId = await buyMug(page, shop.asking.elsewhere)

    expect((await verdictOn(shop, orderId)).outcome).toBe("none")
    expect((await clicksOf(shop, ada.id)).personal).toBe(0)
    expect(await leftIn(page.context(), shop.asking.elsewhere)).toEqual({
      ...NOTHING,
      cookies: ["cart"],
    })
  })

  test("and says nothing is not remembered either", async () => {
    const ada = await linkTo(shop, shop.baseUrl)
    const page = await visit(shop)
    await page.goto(`${shop.asking.elsewhere}/?ref=${ada.code}`)
    await settled(page)
    const left = await leftIn(page.context(), shop.asking.elsewhere)
    expect(left.stored).toEqual([])
    const orderId = await buyMug(page, shop.asking.elsewhere)
    expect((await verdictOn(shop, orderId)).outcome).toBe("none")
  })

  test("and says no after the store had set its cookie is nobody's all the same", async () => {
    const ada = await linkTo(shop, `${shop.asking.baseUrl}/`)
    const page = await visit(shop)
    await page.goto(ada.link)
    await page.getByRole("button", { name: "No" }).click()
    await settled(page)
    const { cookies } = await leftIn(page.context(), shop.asking.baseUrl)
    expect(cookies).toEqual(["aff_click"])
    const orderId = await buyMug(page, shop.asking.baseUrl)
    expect((await verdictOn(shop, orderId)).outcome).toBe("none")
  })

  test("and says yes is credited to whoever sent them, counted once", async () => {
    const ada = await linkTo(shop, shop.baseUrl)
    const page = await visit(shop)
    await page.goto(`${shop.asking.elsewhere}/?ref=${ada.code}`)
    await settled(page)
    await page.getByRole("button", { name: "Yes" }).click()
    await page.waitForURL(`${shop.asking.elsewhere}/?ref=**`)
    await settled(page)
    const orderId = await buyMug(page, shop.asking.elsewhere)

    expect((await verdictOn(shop, orderId)).affiliate_id).toBe(ada.id)
    const counted = await shop.store.database.sql(
      "SELECT id FROM affiliate_click WHERE affiliate_id = $1 AND counted",
      [ada.id]
    )
    expect(counted).toHaveLength(1)
  })
}
