import { randomBytes } from "node:crypto"
import type { Browser, BrowserContext, Page } from "playwright-core"
import { useStore, type Store } from "../harness"
import { PASSWORD } from "../harness/shop"
import { startChromium } from "../harness/chromium"
import { noticeTroubles, type Troubles } from "../admin/troubles"

/** How long a page may take to show what is looked for on a very busy machine, in milliseconds. */
export const PAGE_MS_MAX = 60_000
const START_MS_MAX = 600_000

/** How somebody looks at the portal. */
export type Look = {
  width: "phone" | "desktop"
  theme: "light" | "dark"
  language: "en" | "de"
  /** Where the reader is; UTC unless said. */
  timezone?: string
}

/** Of each two of a kind, both. */
export const LOOKS: Look[] = [
  { width: "desktop", theme: "light", language: "en" },
  { width: "phone", theme: "dark", language: "de" },
]

const SIZES = {
  phone: { width: 390, height: 844 },
  desktop: { width: 1280, height: 900 },
}

/** Somebody in front of the portal, in a browser of their own. */
export type Visit = {
  page: Page
  /** Goes to an address in the portal, as `/links`. */
  open: (path: string) => Promise<void>
  signIn: (email: string) => Promise<void>
  /** What the store has refused since this was last asked. */
  takeRefusals: () => string[]
}

export type Portal<Prepared> = {
  store: Store
  prepared: Prepared
  /** A new browser window. After the test it must have met no error, and no refusal that the test did not ask about. */
  visit: (look?: Partial<Look>, baseUrl?: string) => Promise<Visit>
}

/** The brand that the store of these tests has given the portal. */
export const BRAND = {
  name: "Northwind Partners",
  primary_color: "#1f6f54",
  dark_color: "#5fd0a5",
  terms_url: "https://shop.example/affiliate-terms",
  support_email: "partners@shop.example",
}

/**
 * Serves the built portal from a store of its own.
 *
 * @param prepare fills the store before anybody comes
 */
export function usePortal<Prepared>(
  prepare: (store: Store) => Promise<Prepared>,
  env: Record<string, string> = {}
): Portal<Prepared> {
  let browser: Browser | undefined
  let prepared: { value: Prepared } | undefined
  let windows: { context: BrowserContext; troubles: Troubles }[] = []

  // Said before the store is, which goes down after what depends on it.
  afterAll(() => browser?.close())

  const store = useStore({
    env: {
      AFFILIATE_ENCRYPTION_KEY: randomBytes(32).toString("hex"),
      AFFILIATE_PORTAL: JSON.stringify(BRAND),
      ...env,
    },
  })

  beforeAll(async () => {
    prepared = { value: await prepare(store) }
    browser = await startChromium()
  }, START_MS_MAX)

  afterEach(async () => {
    const met = windows.map(({ troubles }) => troubles.take())
    await Promise.all(windows.map(({ context }) => context.close()))
    windows = []
    for (const one of met) expect(one).toEqual({ errors: [], refusals: [] })
  })

  return {
    store,
    get prepared() {
      if (!prepared) throw new Error("the portal is only there during tests")
      return prepared.value
    },
    visit: async (look = {}, baseUrl = store.baseUrl) => {
      if (!browser) throw new Error("the portal is only there during tests")
      const {
        width = "desktop",
        theme = "light",
        language = "en",
        timezone = "UTC",
      } = look
      const context = await browser.newContext({
        viewport: SIZES[width],
        colorScheme: theme,
        locale: language === "en" ? "en-US" : "de-DE",
        timezoneId: timezone,
        reducedMotion: "reduce",
        permissions: ["clipboard-read", "clipboard-write"],
        hasTouch: width === "phone",
      })
      const page = await context.newPage()
      page.setDefaultTimeout(PAGE_MS_MAX)
      const troubles = noticeTroubles(page)
      windows.push({ context, troubles })
      const open = async (path: string) => {
        await page.goto(`${baseUrl}/affiliate/portal${path}`, {
          waitUntil: "domcontentloaded",
        })
      }
      return {
        page,
        open,
        takeRefusals: () => troubles.takeRefusals(),
        signIn: async (email) => {
          await open("/sign-in")
          await page.locator("input[type=email]").fill(email)
          await page.locator("input[type=password]").fill(PASSWORD)
          await page.locator("button[type=submit]").click()
          await page.locator("main#content").waitFor()
        },
      }
    },
  }
}
