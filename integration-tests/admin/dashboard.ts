import { randomBytes } from "node:crypto"
import type { Browser, Page } from "playwright-core"
import {
  createApi,
  ok,
  startStoreProcess,
  useStore,
  type Store,
  type StoreProcess,
} from "../harness"
import { ADMIN_LOGIN } from "../harness/admin-user"
import { startChromium } from "../harness/chromium"
import { noticeTroubles, type Troubles } from "./troubles"

/** The store, the dashboard's pages and a day of business take this long on a very busy machine, in milliseconds. */
const START_MS_MAX = 900_000

/** How long a page may take to show what is looked for on a very busy machine, in milliseconds. */
export const PAGE_MS_MAX = 90_000

export type Language = "en" | "de"
export type Login = typeof ADMIN_LOGIN
export type Theme = "light" | "dark"

/** A merchant's dashboard in a browser, logged in, and the store behind it. */
export type Dashboard<Prepared> = {
  /** The same store in this process, to fill it over HTTP and to ask what became of it. */
  store: Store
  /** What the test file has prepared in the store. */
  prepared: Prepared
  page: Page
  /** Goes to one of its pages by the address behind `/app`. */
  open: (path: string) => Promise<void>
  /** Goes to another of its pages without loading the dashboard anew, as its links do. */
  follow: (path: string) => Promise<void>
  /** Changes language and theme as the profile menu does; they count from the next page that is opened. */
  wear: (look: { language?: Language; theme?: Theme }) => Promise<void>
  /** Goes on as somebody else of the store, from the next page that is opened. */
  logIn: (login: Login) => Promise<void>
  /** What the store has refused since this was last asked, such as `400 POST /admin/affiliates`. */
  takeRefusals: () => string[]
}

/**
 * Serves the dashboard from a store of its own and opens it in a browser for all tests of a file. After each test the
 * page must have met no error, and the store must have refused nothing that the test did not ask about.
 *
 * @param prepare fills the store before the browser comes
 * @param env what `medusa-config.ts` reads beside what every dashboard needs
 */
export function useDashboard<Prepared>(
  prepare: (store: Store) => Promise<Prepared>,
  env: Record<string, string> = {}
): Dashboard<Prepared> {
  let server: StoreProcess | undefined
  let browser: Browser | undefined
  let running:
    | { page: Page; prepared: Prepared; troubles: Troubles; baseUrl: string }
    | undefined

  // Said before the store is, which goes down after what depends on it.
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  const store = useStore({
    env: {
      AFFILIATE_ENCRYPTION_KEY: randomBytes(32).toString("hex"),
      ...env,
    },
  })

  beforeAll(async () => {
    server = await startStoreProcess({
      databaseUrl: store.database.url,
      // In development Medusa would compile the dashboard page by page; `build-dashboard.js` has built it.
      env: { DISABLE_ADMIN: "false", NODE_ENV: "test" },
    })
    browser = await startChromium()
    const page = await openPage(browser)
    const { baseUrl } = server
    await logIn(page, baseUrl, ADMIN_LOGIN)
    const prepared = await prepare(store)
    running = { page, prepared, baseUrl, troubles: noticeTroubles(page) }
  }, START_MS_MAX)

  afterEach(() => {
    if (running)
      expect(running.troubles.take()).toEqual({ errors: [], refusals: [] })
  })

  const whileOpen = () => {
    if (!running) throw new Error("the dashboard is only there during tests")
    return running
  }
  return {
    store,
    get prepared() {
      return whileOpen().prepared
    },
    get page() {
      return whileOpen().page
    },
    open: async (path) => {
      const { page, baseUrl } = whileOpen()
      await page.goto(`${baseUrl}/app${path}`, {
        waitUntil: "domcontentloaded",
      })
    },
    follow: async (path) => {
      await whileOpen().page.evaluate(
        `history.pushState(null, "", ${JSON.stringify(`/app${path}`)});
         dispatchEvent(new PopStateEvent("popstate"))`
      )
    },
    wear: async ({ language = "en", theme = "light" }) => {
      await whileOpen().page.evaluate(
        `localStorage.setItem("lng", "${language}");
         localStorage.setItem("medusa_admin_theme", "${theme}");
         document.cookie = "lng=${language}; path=/"`
      )
    },
    logIn: async (login) => {
      const { page, baseUrl } = whileOpen()
      await logIn(page, baseUrl, login)
    },
    takeRefusals: () => whileOpen().troubles.takeRefusals(),
  }
}

async function openPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 1000 },
    locale: "en-US",
    timezoneId: "UTC",
    acceptDownloads: true,
  })
  const page = await context.newPage()
  page.setDefaultTimeout(PAGE_MS_MAX)
  page.setDefaultNavigationTimeout(PAGE_MS_MAX)
  return page
}

/** What the login form does: a token for the password, and a session for the token. */
async function logIn(page: Page, baseUrl: string, login: Login): Promise<void> {
  const { token } = ok(
    await createApi(baseUrl).post("/auth/user/emailpass", login)
  )
  const session = await page.request.post(`${baseUrl}/auth/session`, {
    headers: { authorization: `Bearer ${token}` },
  })
  if (!session.ok()) throw new Error(`no session: ${session.status()}`)
}
