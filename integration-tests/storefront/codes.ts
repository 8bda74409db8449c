import { addCode } from "../harness/affiliates"
import { clicksOf, linkTo, verdictOn } from "./linked"
import type { ShopWindow } from "./shop-window"
import { checkOut, enter, putIntoCart, settled, visit } from "./shopper"

/** Codes as shoppers give them, on the cart page of the example storefront. */
export function codePromises(shop: ShopWindow): void {
  test("with a discount, in any letter case, lowers the price and is credited", async () => {
    const ada = await linkTo(shop, shop.baseUrl)
    await addCode(shop.store, ada, "MUGS25", 25)
    const page = await visit(shop)
    await putIntoCart(page, shop.baseUrl)
    await enter(page, "mugs25")
    await page.getByText("MUGS25 by Ada King: 25% off.").waitFor()
    await page.getByText("-$5.00").waitFor()
    const orderId = await checkOut(page, shop.baseUrl)

    expect(await verdictOn(shop, orderId)).toMatchObject({
      affiliate_id: ada.id,
      source: "code",
      base_total: 15,
    })
  })

  test("that nobody has is refused in plain words, and the cart stays as it was", async () => {
    const page = await visit(shop)
    await putIntoCart(page, shop.baseUrl)
    await enter(page, "NOBODYS")
    await page.getByText("There is no code NOBODYS.").waitFor()
    await enter(page, "  ")
    await page.getByText("Enter a code first.").waitFor()
    const orderId = await checkOut(page, shop.baseUrl)
    expect((await verdictOn(shop, orderId)).outcome).toBe("none")
  })

  test("that cannot be looked up just now is not called wrong", async () => {
    const page = await visit(shop)
    await putIntoCart(page, shop.baseUrl)
    await page.route("**/store/affiliate/codes/**", (route) => route.abort())
    await enter(page, "ADA")
    await page.getByText("That did not work just now.").waitFor()
  })

  test("in an address that nobody has brings nobody, and breaks nothing", async () => {
    const page = await visit(shop)
    const errors: Error[] = []
    page.on("pageerror", (error) => errors.push(error))
    await page.goto(`${shop.baseUrl}/?ref=producthunt`)
    await settled(page)
    await putIntoCart(page, shop.baseUrl)
    await settled(page)
    const orderId = await checkOut(page, shop.baseUrl)
    expect((await verdictOn(shop, orderId)).outcome).toBe("none")
    expect(errors).toEqual([])
  })

  test("that was typed is not replaced by the one of the link that the shopper came by", async () => {
    const ada = await linkTo(shop, `${shop.elsewhere}/`)
    const bob = await linkTo(shop, shop.baseUrl, { name: "Bob Hale" })
    const page = await visit(shop)
    await page.goto(ada.link)
    await settled(page)
    await putIntoCart(page, shop.elsewhere)
    await page.getByText("Recommended by Ada King").waitFor()
    await enter(page, bob.code)
    await page.getByText(`${bob.code} by Bob Hale is noted.`).waitFor()
    await page.goto(`${shop.elsewhere}/cart`)
    await settled(page)
    const orderId = await checkOut(page, shop.elsewhere)
    expect((await verdictOn(shop, orderId)).affiliate_id).toBe(bob.id)
  })

  test("that is taken back gives no discount; the visit before it still counts", async () => {
    const ada = await linkTo(shop, `${shop.elsewhere}/`)
    const bob = await linkTo(shop, shop.baseUrl, { name: "Bob Hale" })
    await addCode(shop.store, bob, "HALE50", 50)
    const page = await visit(shop)
    await page.goto(ada.link)
    await settled(page)
    await putIntoCart(page, shop.elsewhere)
    await enter(page, "HALE50")
    await page.getByText("-$10.00").waitFor()
    await page.getByRole("button", { name: "Remove" }).click()
    await page.getByText("-$10.00").waitFor({ state: "detached" })
    await settled(page)
    const orderId = await checkOut(page, shop.elsewhere)
    expect(await verdictOn(shop, orderId)).toMatchObject({
      affiliate_id: ada.id,
      source: "click",
      base_total: 20,
    })
  })

  test("in an address is remembered by the React provider where the snippet is blocked", async () => {
    const ada = await linkTo(shop, shop.baseUrl)
    const page = await visit(shop)
    await page.route("**/affiliate/snippet.js", (route) => route.abort())
    await putIntoCart(page, shop.elsewhere)
    await page.goto(`${shop.elsewhere}/cart?ref=${ada.code}`)
    await page.getByText("Recommended by Ada King").waitFor()
    await settled(page)
    const orderId = await checkOut(page, shop.elsewhere)
    expect((await verdictOn(shop, orderId)).affiliate_id).toBe(ada.id)
    expect((await clicksOf(shop, ada.id)).all).toBe(1)
  })

  test("is taken without scripts, and refused in words there too", async () => {
    const ada = await linkTo(shop, shop.baseUrl)
    const page = await visit(shop, { javaScriptEnabled: false })
    await putIntoCart(page, shop.elsewhere)
    await enter(page, "NOBODYS")
    await page.getByText("There is no affiliate code NOBODYS").waitFor()
    await enter(page, ada.code)
    const orderId = await checkOut(page, shop.elsewhere)
    expect((await verdictOn(shop, orderId)).affiliate_id).toBe(ada.id)
  })
}
