import type { Browser, Page } from "playwright-core"
import { addAffiliate, join, uniqueEmail } from "../harness/affiliates"
import { eventually } from "../harness/eventually"
import {
  addressCart,
  completeCart,
  ok,
  startPayment,
  type Currency,
  type Shop,
} from "../harness/shop"
import { settled, visit } from "../storefront/shopper"

/** Somebody in front of the storefront that the guide makes, in a store that is not in this process. */
export type Bought = {
  orderId: string
  affiliateId: string
  /** Of the affiliate's link. */
  figures: { clicks: number; orders: number }
}

/** Comes by a link, starts a cart and buys it. */
export async function buyByLink(
  shop: Shop,
  browser: Browser,
  storefront: string
): Promise<Bought> {
  const ada = await join(shop, { name: "Ada King", email: uniqueEmail() })
  const { link } = ok(
    await ada.api.post("/affiliate/links", { destination_url: storefront })
  )
  const page = await visit({ browser })
  await page.goto(`${shop.admin.baseUrl}/affiliate/r/${link.slug}`)
  await startCart(page)
  await page.getByText("Recommended by Ada King").waitFor()
  const orderId = await complete(shop, page)
  const figures = await eventually(async () => {
    const { clicks, orders } = ok(
      await ada.api.get(`/affiliate/links/${link.id}`)
    ).link
    expect(orders).toBe(1)
    return { clicks, orders }
  })
  return { orderId, affiliateId: ada.id, figures }
}

/** Starts a cart, types a code that nobody has, then one with a discount, and buys. */
export async function buyByCode(
  shop: Shop,
  browser: Browser,
  storefront: string
): Promise<Omit<Bought, "figures">> {
  const bob = await addAffiliate(shop, { name: "Bob", discount_percent: 50 })
  const page = await visit({ browser })
  await page.goto(storefront)
  await startCart(page)
  const before = await page.getByText("To pay").textContent()
  await enter(page, "NOBODYS")
  await page.getByText("There is no code NOBODYS.").waitFor()
  await enter(page, bob.code.toLowerCase())
  await page.getByText(`${bob.code} by Bob: 50% off.`).waitFor()
  await eventually(async () =>
    expect(await page.getByText("To pay").textContent()).not.toBe(before)
  )
  return { orderId: await complete(shop, page), affiliateId: bob.id }
}

const startCart = async (page: Page): Promise<void> => {
  await page.getByRole("button", { name: "Start a cart" }).click()
  await page.getByText("To pay").waitFor()
  await settled(page)
}

const enter = async (page: Page, word: string): Promise<void> => {
  await page.getByLabel("Code").fill(word)
  await page.getByRole("button", { name: "Apply" }).click()
}

/** Pays what is in the page's cart; the storefront of the guide ends before that. */
async function complete(shop: Shop, page: Page): Promise<string> {
  const cookies = await page.context().cookies()
  const cartId = cookies.find(({ name }) => name === "_medusa_cart_id")?.value
  if (!cartId) throw new Error("the storefront has kept no cart")
  const { cart } = ok(await shop.storefront.get(`/store/carts/${cartId}`))
  const currency: Currency = cart.currency_code
  await addressCart(shop, cartId, { currency })
  await startPayment(shop.storefront, cartId)
  return (await completeCart(shop.storefront, cartId)).id
}
