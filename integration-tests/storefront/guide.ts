import { readFileSync } from "node:fs"
import { fillCart } from "../harness"
import { describeWithChromium } from "../harness/chromium"
import { completeCart, startPayment } from "../harness/shop"
import { linkTo, useShopWindow, verdictOn, visit } from "./shop-window"

/** The page of plain HTML in the guide for storefronts, word for word but for the addresses. */
const PAGE = /```html\n(<!doctype html>[\s\S]*?)```/.exec(
  readFileSync("docs/storefront.md", "utf8")
)?.[1]

describeWithChromium("the page of the guide", () => {
  const shop = useShopWindow()

  test("takes codes, and has its orders credited", async () => {
    const { shop: goods, baseUrl } = shop.store
    const ada = await linkTo(shop, shop.baseUrl)
    const cartId = await fillCart(goods, { items: [{ ware: goods.mug }] })
    const page = await visit(shop)
    const body = (PAGE ?? "")
      .replace("https://api.shop.example", baseUrl)
      .replace("pk_…", goods.publishableKey)
      .replace("cart_…", cartId)
    await page.goto(shop.pages.put(body))
    await page.getByLabel("Code").fill("NOBODYS")
    await page.getByRole("button", { name: "Apply" }).click()
    await page.getByText("There is no code NOBODYS.").waitFor()
    await page.getByLabel("Code").fill(ada.code.toLowerCase())
    await page.getByRole("button", { name: "Apply" }).click()
    await page.getByText(`${ada.code} is applied.`).waitFor()

    await startPayment(goods.storefront, cartId)
    const { id } = await completeCart(goods.storefront, cartId)
    expect((await verdictOn(shop, id)).affiliate_id).toBe(ada.id)
  })
})
