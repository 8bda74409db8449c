import type {
  Browser,
  BrowserContext,
  BrowserContextOptions,
  Page,
} from "playwright-core"
import { eventually, ok, type Api } from "../harness"
import { startChromium } from "../harness/chromium"
import { freePort } from "../harness/free-port"
import { join, uniqueEmail, type Affiliate } from "../harness/affiliates"
import { BROWSER } from "../harness/affiliates/browsers"
import { bootStore, type RunningStore } from "../harness/store"
import {
  startStorefront,
  type StorefrontProcess,
} from "../harness/storefront-process"
import { readVerdict, untilReconciled } from "../support/verdicts"
import { servePlainPages, type PlainPages } from "./plain-pages"

const START_MS_MAX = 600_000
const PAGE_MS_MAX = 60_000

/** A store, the example storefront before it, and a browser to shop in. */
export type ShopWindow = {
  store: RunningStore
  /** On the store's own site. */
  baseUrl: string
  /** The same storefront as another site than the store's: what the store sets there are third-party cookies. */
  elsewhere: string
  /** A shop of plain HTML, on another site than the store's. */
  pages: PlainPages
  browser: Browser
}

/** For all tests of a file. @param env of the storefront */
export function useShopWindow(env: Record<string, string> = {}): ShopWindow {
  let store: RunningStore | undefined
  let storefront: StorefrontProcess | undefined
  let pages: PlainPages | undefined
  let browser: Browser | undefined

  beforeAll(async () => {
    const port = await freePort()
    const plain = `http://127.0.0.1:${await freePort()}`
    pages = await servePlainPages(plain)
    const hosts = [
      `http://localhost:${port}`,
      `http://127.0.0.1:${port}`,
      plain,
    ]
    store = await bootStore({ env: { STORE_CORS: hosts.join() } })
    storefront = await startStorefront({
      medusaUrl: store.baseUrl,
      publishableKey: store.shop.publishableKey,
      port,
      env,
    })
    browser = await startChromium()
  }, START_MS_MAX)

  afterAll(async () => {
    await browser?.close()
    await pages?.stop()
    await storefront?.stop()
    await store?.shutdown()
  })

  const there = <Thing>(thing: Thing | undefined): Thing => {
    if (!thing) throw new Error("the shop is only there during tests")
    return thing
  }
  return {
    get store() {
      return there(store)
    },
    get pages() {
      return there(pages)
    },
    get browser() {
      return there(browser)
    },
    get baseUrl() {
      return there(storefront).baseUrl
    },
    get elsewhere() {
      return there(storefront).baseUrl.replace("localhost", "127.0.0.1")
    },
  }
}

/** An affiliate with a link to a page of the shop. */
export type Linked = Affiliate & {
  code: string
  linkId: string
  /** Where the link is followed. */
  link: string
}

export async function linkTo(
  { store }: ShopWindow,
  destination_url: string,
  name = "Ada King"
): Promise<Linked> {
  const affiliate = await join(store.shop, { name, email: uniqueEmail() })
  const { link } = ok(
    await affiliate.api.post("/affiliate/links", { destination_url })
  )
  const { codes } = ok(await affiliate.api.get("/affiliate/profile")).affiliate
  return {
    ...affiliate,
    code: codes[0].code,
    linkId: link.id,
    link: `${store.baseUrl}/affiliate/r/${link.slug}`,
  }
}

/** A shopper who has never been there. */
export async function visit(
  { browser }: ShopWindow,
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
  return (await page.locator("#order").textContent()) ?? ""
}

/** Puts a mug into the cart and buys it; answers the order's id. */
export async function buyMug(page: Page, base: string): Promise<string> {
  await putIntoCart(page, base)
  await settled(page)
  return await checkOut(page, base)
}

/** The verdict on an order, once there is one. */
export async function verdictOn({ store }: ShopWindow, orderId: string) {
  await untilReconciled(store, orderId)
  return await readVerdict(store, orderId)
}

/** What the affiliate reads of the link. */
export async function figuresOf(api: Api, linkId: string) {
  const { clicks, orders } = ok(
    await api.get(`/affiliate/links/${linkId}`)
  ).link
  return { clicks, orders }
}

/** How many visits there are of an affiliate, and how many of them keep something of the visitor. */
export async function clicksOf({ store }: ShopWindow, affiliateId: string) {
  const [row] = await store.database.sql<{ all: number; personal: number }>(
    `SELECT count(*)::int AS all,
            count(coalesce(visitor_id, landing_url, referrer))::int AS personal
       FROM affiliate_click WHERE affiliate_id = $1`,
    [affiliateId]
  )
  return row
}

/** Waits until a visit was written down. */
export async function untilClicked(
  window: ShopWindow,
  affiliateId: string
): Promise<void> {
  await eventually(async () =>
    expect((await clicksOf(window, affiliateId)).all).toBeGreaterThan(0)
  )
}
