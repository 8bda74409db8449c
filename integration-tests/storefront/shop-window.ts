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

/** Says what is to be done when all tests of a file are through; the last said is done first. */
type OnClose = (close: () => Promise<void>) => void

/** Opens a store and what is before it, before all tests of a file. */
export function useShopWindow(): ShopWindow {
  return useOpened<ShopWindow>(
    async (onClose) => {
      const ports = [await freePort(), await freePort()]
      const [own, asking] = ports.map(addressOf)
      const shop = await openShop([own, asking].flatMap(hostsOf), onClose)
      const open = async (port: number, env?: Record<string, string>) => {
        const { stop } = await startStorefront({
          medusaUrl: shop.store.baseUrl,
          publishableKey: shop.store.shop.publishableKey,
          port,
          env,
        })
        onClose(stop)
      }
      await open(ports[0])
      await open(ports[1], { REQUIRE_CONSENT: "true" })
      return { ...shop, ...own, asking }
    },
    ["store", "browser", "baseUrl", "elsewhere", "asking"]
  )
}

/** Opens a store and a server for pages of plain HTML, before all tests of a file. */
export function usePlainShop(): PlainShop {
  return useOpened<PlainShop>(
    async (onClose) => {
      const address = addressOf(await freePort()).elsewhere
      const pages = await servePlainPages(address)
      onClose(pages.stop)
      return { ...(await openShop([address], onClose)), pages }
    },
    ["store", "browser", "pages"]
  )
}

const addressOf = (port: number): Address => ({
  baseUrl: `http://localhost:${port}`,
  elsewhere: `http://127.0.0.1:${port}`,
})
const hostsOf = ({ baseUrl, elsewhere }: Address) => [baseUrl, elsewhere]

/** @param hosts of the storefronts that may ask the store */
async function openShop(hosts: string[], onClose: OnClose): Promise<Shop> {
  const store = await bootStore({ env: { STORE_CORS: hosts.join() } })
  onClose(store.shutdown)
  const browser = await startChromium()
  onClose(() => browser.close())
  return { store, browser }
}

/** What is opened before all tests of a file and closed after them; its fields may be read inside a test. */
function useOpened<Fields extends object>(
  open: (onClose: OnClose) => Promise<Fields>,
  names: (keyof Fields)[]
): Fields {
  const closing: (() => Promise<void>)[] = []
  let opened: Fields | undefined
  beforeAll(async () => {
    opened = await open((close) => closing.unshift(close))
  }, START_MS_MAX)
  afterAll(async () => {
    for (const close of closing) await close()
  })

  const lazy = names.map((name) => [
    name,
    {
      enumerable: true,
      get: () => {
        if (!opened) throw new Error("the shop is only there during tests")
        return opened[name]
      },
    },
  ])
  return Object.defineProperties({}, Object.fromEntries(lazy)) as Fields
}
