import type {
  BrowserContext,
  BrowserContextOptions,
  Page,
} from "playwright-core"
import { uniqueEmail } from "../harness/affiliates"
import { BROWSER } from "../harness/affiliates/browsers"
import type { Shop } from "./shop-window"

const PAGE_MS_MAX = 60_000

/** A shopper who has never been there. */
export async function visit(
  { browser }: Pick<Shop, "browser">,
  options: BrowserContextOptions = {},
  prepare: (context: BrowserContext) => Promise<void> = async () => {}
): Promise<Page> {
  // A Chromium without a window says so, and would be taken for a program.
  const context = await browser.newContext({
    locale: "en-US",
    userAgent: BROWSER,
    ...options,
  })
  await prepare(context)
  const page = await context.newPage()
  page.setDefaultTimeout(PAGE_MS_MAX)
  page.setDefaultNavigationTimeout(PAGE_MS_MAX)
  return page
}

export async function putIntoCart(page: Page, base: string): Promise<void> {
  await page.goto(`${base}/products/mug`)
  await page.getByRole("button", { name: "Add to cart" }).click()
  await page.waitForURL(`${base}/cart`)
}

/** Enters a code on the page of the cart. */
export async function enter(page: Page, word: string): Promise<void> {
  await page.getByLabel("Code").fill(word)
  await page.getByRole("button", { name: "Apply" }).click()
}

/** Waits until what the page does in the background is done, such as binding the cart. */
export const settled = async (page: Page): Promise<void> => {
  await page.waitForLoadState("networkidle")
}

/** Buys what is in the cart; answers the order's id. */
export async function checkOut(page: Page, base: string): Promise<string> {
  await page.goto(`${base}/checkout`)
  await page.getByLabel("E-mail").fill(uniqueEmail())
  await page.getByRole("button", { name: "Buy now" }).click()
  await page.waitForURL(`${base}/thanks/**`)
  return new URL(page.url()).pathname.replace("/thanks/", "")
}

/** Puts a mug into the cart and buys it; answers the order's id. */
export async function buyMug(page: Page, base: string): Promise<string> {
  await putIntoCart(page, base)
  await settled(page)
  return await checkOut(page, base)
}
