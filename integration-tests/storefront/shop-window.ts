import type { Browser } from "playwright-core"
import { startChromium } from "../harness/chromium"
import { freePort } from "../harness/free-port"
import { bootStore, type RunningStore } from "../harness/store"
import { startStorefront } from "../harness/storefront-process"
import { servePlainPages, type PlainPages } from "./plain-pages"

const START_MS_MAX = 600_000

/** A store, and a browser to shop in. */
export type Shop = {
  store: RunningStore
  browser: Browser
}

/** A storefront, by two names that are the same to a person. */
export type Address = {
  /** On the store's own site. */
  baseUrl: string
  /** As another site than the store's: what the store sets there are third-party cookies. */
  elsewhere: string
}

/** The example storefront before a store. */
export type ShopWindow = Shop &
  Address & {
    /** Another one, which remembers nobody who has not said yes. */
    asking: Address
  }

/** A shop of plain HTML, on another site than the store's. */
export type PlainShop = Shop & { pages: PlainPages }

type Opened<Fields> = { fields: Fields; close: () => Promise<void> }

/** Opens a store and what is before it, before all tests of a file. */
export function useShopWindow(): ShopWindow {
  return useOpened<ShopWindow>(async () => {
    const ports = [await freePort(), await freePort()]
    const [own, asking] = ports.map(addressOf)
    const shop = await openShop([own, asking].flatMap(hostsOf))
    const before = {
      medusaUrl: shop.fields.store.baseUrl,
      publishableKey: shop.fields.store.shop.publishableKey,
    }
    const storefronts = await Promise.all([
      startStorefront({ ...before, port: ports[0] }),
      startStorefront({
        ...before,
        port: ports[1],
        env: { REQUIRE_CONSENT: "true" },
      }),
    ])
    return {
      fields: { ...shop.fields, ...own, asking },
      close: async () => {
        await Promise.all(storefronts.map(({ stop }) => stop()))
        await shop.close()
      },
    }
  }, ["store", "browser", "baseUrl", "elsewhere", "asking"])
}

/** Opens a store and a server for pages of plain HTML, before all tests of a file. */
export function usePlainShop(): PlainShop {
  return useOpened<PlainShop>(async () => {
    const address = addressOf(await freePort()).elsewhere
    const pages = await servePlainPages(address)
    const shop = await openShop([address])
    return {
      fields: { ...shop.fields, pages },
      close: async () => {
        await pages.stop()
        await shop.close()
      },
    }
  }, ["store", "browser", "pages"])
}

const addressOf = (port: number): Address => ({
  baseUrl: `http://localhost:${port}`,
  elsewhere: `http://127.0.0.1:${port}`,
})
const hostsOf = ({ baseUrl, elsewhere }: Address) => [baseUrl, elsewhere]

/** @param hosts of the storefronts that may ask the store */
async function openShop(hosts: string[]): Promise<Opened<Shop>> {
  const store = await bootStore({ env: { STORE_CORS: hosts.join() } })
  const browser = await startChromium()
  return {
    fields: { store, browser },
    close: async () => {
      await browser.close()
      await store.shutdown()
    },
  }
}

/** What is opened before all tests of a file and closed after them; its fields may be read inside a test. */
function useOpened<Fields extends object>(
  open: () => Promise<Opened<Fields>>,
  names: (keyof Fields)[]
): Fields {
  let opened: Opened<Fields> | undefined
  beforeAll(async () => {
    opened = await open()
  }, START_MS_MAX)
  afterAll(() => opened?.close())

  const lazy = names.map((name) => [
    name,
    {
      enumerable: true,
      get: () => {
        if (!opened) throw new Error("the shop is only there during tests")
        return opened.fields[name]
      },
    },
  ])
  return Object.defineProperties({}, Object.fromEntries(lazy)) as Fields
}
