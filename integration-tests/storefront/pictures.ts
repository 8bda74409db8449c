import { mkdir } from "node:fs/promises"
import { join } from "node:path"
import { addCode } from "../harness/affiliates"
import { addWare } from "../harness/shop"
import { linkTo } from "./linked"
import { WIDTHS } from "./looks"
import type { ShopWindow } from "./shop-window"
import { enter, putIntoCart, settled, visit } from "./shopper"

const DIRECTORY = join(process.cwd(), "docs/images")

/** Takes the pictures of the example storefront in `docs/images` anew. */
export async function takePictures(shop: ShopWindow): Promise<void> {
  await mkdir(DIRECTORY, { recursive: true })
  for (const [title, price] of [
    ["Enamel teapot", 64.5],
    ["Merino scarf", 85],
    ["Dotted notebook", 17.95],
    ["Linen apron", 48],
  ] as const)
    await addWare(shop.store.shop, { title, price })
  const mira = await linkTo(shop, `${shop.elsewhere}/`, { name: "Mira Okafor" })
  await addCode(shop.store, mira, "MIRA20", 20)
  const page = await visit(shop)
  const take = async (name: string) => {
    await page.mouse.move(0, 0)
    await page.screenshot({ path: join(DIRECTORY, `${name}.png`) })
  }

  await page.setViewportSize(WIDTHS.desktop)
  await page.goto(mira.link)
  await settled(page)
  await page.goto(`${shop.elsewhere}/products/enamel-teapot`)
  await page.getByRole("button", { name: "Add to cart" }).click()
  await putIntoCart(page, shop.elsewhere)
  await enter(page, "mira20")
  await page.getByText("Discount MIRA20").waitFor()
  await page.getByText("Recommended by Mira Okafor").waitFor()
  await settled(page)
  await take("storefront-cart")

  await page.setViewportSize(WIDTHS.phone)
  await page.emulateMedia({ colorScheme: "dark" })
  await page.goto(`${shop.elsewhere}/`)
  await settled(page)
  await take("storefront-phone")
}
