import type { Browser } from "playwright-core"
import {
  CATCH_UP_MS_MAX,
  readVerdict,
} from "../../integration-tests/harness/affiliates"
import { BROWSER } from "../../integration-tests/harness/affiliates/browsers"
import { eventually } from "../../integration-tests/harness/eventually"
import { ok } from "../../integration-tests/harness/shop"
import { startChromiumAt } from "../../integration-tests/harness/start-chromium"
import {
  startStorefront,
  type StorefrontProcess,
} from "../../integration-tests/harness/storefront-process"
import type { Player } from "./cast"
import { money, type Screen } from "./screen"
import type { DemoShop } from "./shop"

/** How long a page may take on a busy machine, in milliseconds. */
const PAGE_MS_MAX = 60_000

/** Opens the example storefront before the demo's store. */
export async function openStorefront(
  shop: DemoShop,
  port: number
): Promise<StorefrontProcess> {
  return await startStorefront({
    medusaUrl: shop.admin.baseUrl,
    publishableKey: shop.publishableKey,
    port,
  })
}

/** Somebody follows an affiliate's link in a browser, and buys a mug in the storefront. */
export async function playStorefront(
  shop: DemoShop,
  affiliate: Player,
  storefront: StorefrontProcess,
  screen: Screen,
  chromium: string | undefined
): Promise<void> {
  if (!chromium) {
    screen.tell(
      "There is no Chromium on this machine (CHROMIUM names one): nobody shops in the storefront."
    )
    return
  }
  const { link } = ok(
    await affiliate.api.post("/affiliate/links", {
      destination_url: `${storefront.baseUrl}/products/mug`,
      label: "The mug",
    })
  )
  const browser = await startChromiumAt(chromium)
  const orderId = await buyThrough(browser, storefront, link.url).finally(() =>
    browser.close()
  )
  const verdict = await eventually(() => readVerdict(shop, orderId), {
    timeoutMs: CATCH_UP_MS_MAX,
  })
  const { clicks, orders } = ok(
    await affiliate.api.get(`/affiliate/links/${link.id}`)
  ).link
  const words = `${affiliate.name}'s link: ${clicks} click, ${orders} order of ${money(verdict.base_total, "usd")}, ${money(verdict.commission_total, "usd")} earned`
  const right =
    verdict.affiliate_id === affiliate.id && clicks === 1 && orders === 1
  if (right) screen.good(words)
  else screen.bad(`${words}, credited to ${verdict.affiliate_id}`)
}

async function buyThrough(
  browser: Browser,
  { baseUrl }: StorefrontProcess,
  link: string
): Promise<string> {
  // A Chromium without a window says so, and would be taken for a program.
  const page = await browser.newPage({ userAgent: BROWSER })
  page.setDefaultTimeout(PAGE_MS_MAX)
  await page.goto(link)
  await page.getByRole("button", { name: "Add to cart" }).click()
  await page.waitForURL(`${baseUrl}/cart`)
  await page.waitForLoadState("networkidle")
  await page.getByRole("link", { name: "Checkout" }).click()
  await page.getByLabel("E-mail").fill("shopper@example.com")
  await page.getByRole("button", { name: "Buy now" }).click()
  await page.waitForURL(`${baseUrl}/thanks/**`)
  return new URL(page.url()).pathname.replace("/thanks/", "")
}
