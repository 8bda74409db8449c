import type { Page } from "playwright-core"
import { addCode } from "../harness/affiliates"
import { barriersOf, sidewaysOf } from "../portal/accessible"
import { linkTo } from "./linked"
import type { ShopWindow } from "./shop-window"
import { checkOut, enter, putIntoCart, settled, visit } from "./shopper"

export const WIDTHS = {
  desktop: { width: 1280, height: 860 },
  phone: { width: 390, height: 844 },
}
const THEMES = ["light", "dark"] as const

export function lookPromises(shop: ShopWindow): void {
  test("can be used by everybody, on a desk and on a phone, by day and at night", async () => {
    const found: string[] = []
    const page = await visit(shop)
    await seeEveryPage(shop, page, async (name) => {
      for (const [width, size] of Object.entries(WIDTHS)) {
        await page.setViewportSize(size)
        for (const colorScheme of THEMES) {
          await page.emulateMedia({ colorScheme })
          const barriers = await barriersOf(page)
          if ((await sidewaysOf(page)) > 0) barriers.push("it is too wide")
          found.push(
            ...barriers.map((it) => `${name}, ${width}, ${colorScheme}: ${it}`)
          )
        }
      }
    })
    expect(found).toEqual([])
  })
}

/** Shows somebody every page of the example, each as it is when there is most on it. */
export async function seeEveryPage(
  shop: ShopWindow,
  page: Page,
  look: (name: string) => Promise<void>
): Promise<void> {
  const ada = await linkTo(shop, `${shop.elsewhere}/`)
  const code = `${ada.code}15`
  await addCode(shop.store, ada, code, 15)

  await page.goto(shop.asking.elsewhere)
  await look("asking")
  await page.goto(ada.link)
  await settled(page)
  await look("front")
  await page.goto(`${shop.elsewhere}/cart`)
  await look("empty cart")
  await page.goto(`${shop.elsewhere}/products/mug`)
  await look("product")
  await putIntoCart(page, shop.elsewhere)
  await page.getByText("Recommended by Ada King").waitFor()
  await enter(page, "NOBODYS")
  await page.getByText("There is no code NOBODYS.").waitFor()
  await look("cart, code refused")
  await enter(page, code)
  await page.getByText("-$3.00").waitFor()
  await page.getByText("Recommended by Ada King").waitFor()
  await look("cart, code taken")
  await page.goto(`${shop.elsewhere}/checkout`)
  await look("checkout")
  await checkOut(page, shop.elsewhere)
  await look("thanks")
  await page.goto(`${shop.elsewhere}/nowhere`)
  await look("nowhere")
}
