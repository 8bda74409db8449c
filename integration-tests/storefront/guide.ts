import { readFileSync } from "node:fs"
import { fillCart } from "../harness"
import { completeCart, startPayment } from "../harness/shop"
import { linkTo, verdictOn } from "./linked"
import type { PlainShop } from "./shop-window"
import { enter, visit } from "./shopper"

/** The page of plain HTML in the guide for storefronts, word for word but for the addresses. */
const PAGE = /```html\n(<!doctype html>[\s\S]*?)```/.exec(
  readFileSync("docs/storefront.md", "utf8")
)?.[1]

export function guidePromises(shop: PlainShop): void {
  test("takes codes, and has its orders credited", async () => {
    const { shop: goods, baseUrl } = shop.store
    const ada = await linkTo(shop, shop.pages.put(""))
    const cartId = await fillCart(goods, { items: [{ ware: goods.mug }] })
    const page = await visit(shop)
    const body = (PAGE ?? "")
      .replace("https://api.shop.example", baseUrl)
      .replace("pk_…", goods.publishableKey)
      .replace("cart_…", cartId)
    await page.goto(shop.pages.put(body))
    await enter(page, "NOBODYS")
    await page.getByText("There is no code NOBODYS.").waitFor()
    await enter(page, ada.code.toLowerCase())
    await page.getByText(`${ada.code} is applied.`).waitFor()

    await startPayment(goods.storefront, cartId)
    const { id } = await completeCart(goods.storefront, cartId)
    expect((await verdictOn(shop, id)).affiliate_id).toBe(ada.id)
  })
}
