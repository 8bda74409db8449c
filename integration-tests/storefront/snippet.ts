import { readFileSync } from "node:fs"
import { fillCart, ok, startPayment, completeCart } from "../harness"
import { linkTo, verdictOn } from "./linked"
import type { PlainShop } from "./shop-window"
import { settled, visit } from "./shopper"

/** As it is built for the package. */
export const BUILT = ".medusa/server/src/storefront/snippet.js"

/** The snippet in a page of plain HTML, which is all that the shop is. */
export function snippetPromises(shop: PlainShop): void {
  /** A page of a shop that has nothing but the snippet; answers its address. */
  const pageWith = ({
    attributes = "",
    before = "",
  }: Record<string, string>): string =>
    shop.pages.put(`<!doctype html><title>Shop</title><script>${before}</script>
      <script src="${served()}" data-publishable-key="${shop.store.shop.publishableKey}" ${attributes}></script>
      <script>document.title = "goes on"</script>`)
  const served = () => `${shop.store.baseUrl}/affiliate/snippet.js`
  const fill = () =>
    fillCart(shop.store.shop, { items: [{ ware: shop.store.shop.mug }] })

  test("is served by the plugin, for any page, and kept by browsers", async () => {
    const response = await fetch(served())
    expect(response.status).toBe(200)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-type": expect.stringContaining("text/javascript"),
      "cache-control": "public, max-age=3600",
      "cross-origin-resource-policy": "cross-origin",
      "access-control-allow-origin": "*",
    })
    expect(await response.text()).toBe(readFileSync(BUILT, "utf8"))
  })

  test("records the visit and binds the page's cart", async () => {
    const ada = await linkTo(shop, pageWith({}))
    const cartId = await fill()
    const page = await visit(shop)
    const address = pageWith({
      attributes: `data-cart="${cartId}"`,
    })
    await page.goto(`${address}?ref=${ada.code}`)
    await settled(page)
    const { storefront } = shop.store.shop
    await startPayment(storefront, cartId)
    const { id } = await completeCart(storefront, cartId)
    expect((await verdictOn(shop, id)).affiliate_id).toBe(ada.id)
  })

  test("binds a cart that a script names, once", async () => {
    const ada = await linkTo(shop, pageWith({}))
    const cartId = await fill()
    const page = await visit(shop)
    const address = pageWith({})
    await page.goto(`${address}?ref=${ada.code}`)
    const told: string[] = []
    page.on("request", (request) => told.push(request.method()))
    const bind = `window.affiliate.bindCart("${cartId}")`
    expect(await page.evaluate(bind)).toMatchObject({
      cart_id: cartId,
      affiliate_code: ada.code,
    })
    const asked = told.length
    expect(await page.evaluate(bind)).toMatchObject({ cart_id: cartId })
    expect(told).toHaveLength(asked)
  })

  test.each([
    ["the store is down", "data-backend='http://localhost:1'", ""],
    [
      "the browser blocks its storage",
      "",
      "Object.defineProperty(window, 'localStorage', { get() { throw new Error('blocked') } })",
    ],
    ["there is no fetch", "", "delete window.fetch"],
    ["whoever listens breaks", "data-backend='http://localhost:1'", "broken"],
  ])("breaks no page where %s", async (_, attributes, before) => {
    const page = await visit(shop)
    const errors: Error[] = []
    page.on("pageerror", (error) => errors.push(error))
    const listen =
      before === "broken"
        ? "window.affiliate = { onError() { window.heard = 1; throw new Error('x') } }"
        : `${before}; window.affiliate = { onError() { window.heard = 1 } }`
    const address = pageWith({ attributes, before: listen })
    await page.goto(`${address}?ref=NOBODYS`)
    await settled(page)
    expect(
      await page.evaluate("window.affiliate.bindCart('cart_x')")
    ).toBeNull()
    expect(await page.title()).toBe("goes on")
    expect(await page.evaluate("window.heard")).toBe(1)
    expect(errors).toEqual([])
  })

  test("remembers the visit that brought somebody to the page once they say yes", async () => {
    const ada = await linkTo(shop, pageWith({}))
    const page = await visit(shop)
    const address = pageWith({
      attributes: 'data-consent="required"',
    })
    await page.goto(`${address}?ref=${ada.code}`)
    await settled(page)
    expect(await page.evaluate("window.affiliate.referral()")).toBeNull()
    expect(await page.evaluate("localStorage.length")).toBe(0)
    await page.evaluate("window.affiliate.consent(true)")
    expect(await page.evaluate("window.affiliate.referral()")).toMatchObject({
      code: ada.code,
    })
  })

  test("remembers for the time of the page where nothing can be stored", async () => {
    const ada = await linkTo(shop, pageWith({}))
    const page = await visit(shop)
    const address = pageWith({
      before:
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('blocked') } })",
    })
    await page.goto(`${address}?ref=${ada.code}`)
    const cartId = await fill()
    const bound = await page.evaluate(`window.affiliate.bindCart("${cartId}")`)
    expect(bound).toMatchObject({ affiliate_code: ada.code })
    ok(
      await shop.store.shop.storefront.delete(
        `/store/carts/${cartId}/affiliate`
      )
    )
  })
}
