import { PASSWORD } from "../../integration-tests/harness/shop"
import { castAffiliates } from "./cast"
import { showAudit, showStatement } from "./books"
import { playJoining } from "./joining"
import { playPayouts } from "./payouts"
import { addPrograms } from "./programs"
import { playRails } from "./rails"
import { playScenes } from "./scenes"
import { bold, dim, green, openScreen, red, type Screen } from "./screen"
import { startServices, type Services } from "./services"
import { setUpShop } from "./shop"
import { playShoppers } from "./shoppers"
import { MERCHANT, startDemoStore, type DemoStore } from "./store"
import { openStorefront, playStorefront } from "./storefront"
import { playTerms, playTiers } from "./terms"
import { playWorkedExamples } from "./worked-examples"

/** How long all acts together may take on a busy machine, in milliseconds. */
const ACTS_MS_MAX = 30 * 60_000

/** How much of the store's log is shown when something broke. */
const LOG_LINES = 15

/** What the demo is to do. */
export type DemoOptions = {
  /** Ends when it is done; the dashboard is not served. */
  once: boolean
  /** Only the shop, nobody who buys in it. */
  empty: boolean
  /** Of the random shoppers; one is made up when it is missing. */
  seed?: number
  /** How many of them. */
  shoppers: number
  port: number
  /** Of the example storefront, which is built. */
  storefrontPort: number
  /** A browser to shop there with, where there is one. */
  chromium: string | undefined
  /** Of a migrated, empty database. */
  databaseUrl: string
  /** Registers something to undo when the process ends. */
  onEnd: (cleanup: () => Promise<void>) => () => Promise<void>
}

/** Plays the demo; answers the exit code: 0 when every figure was right and the audit clean. */
export async function runDemo(options: DemoOptions): Promise<number> {
  const screen = openScreen()
  screen.act("A store of its own")
  const services = await startServices()
  options.onEnd(services.stop)
  const store = await startDemoStore({
    databaseUrl: options.databaseUrl,
    env: services.env,
    port: options.port,
    storefrontPort: options.storefrontPort,
    dashboard: !options.once,
  })
  let ending = false
  options.onEnd(() => {
    ending = true
    return store.stop()
  })
  screen.good(`Medusa with the plugin, process ${store.process.pid}`)
  try {
    const acts = playActs(store, services, screen, options)
    const { logins, storefront } = await inTime(acts, ACTS_MS_MAX)
    showOutcome(screen, store)
    if (options.once) return screen.problems.length === 0 ? 0 : 1
    showDoors(store, storefront, logins)
  } catch (error) {
    if (!ending) explain(screen, store, error)
    return 1
  }
  return await new Promise(() => setInterval(() => {}, 60_000))
}

/** Everything that happens; answers where one can look around, and the e-mails of two affiliates who can log in. */
async function playActs(
  store: DemoStore,
  services: Services,
  screen: Screen,
  options: DemoOptions
): Promise<{ storefront: string; logins: string[] }> {
  const { empty, seed = Date.now() % 1_000_000, shoppers } = options
  const shop = await setUpShop(store.admin)
  const storefront = await openStorefront(shop, options.storefrontPort)
  options.onEnd(storefront.stop)
  screen.good(
    `a shop that sells ${shop.wares.length} things in four currencies`
  )
  if (empty) return { storefront: storefront.baseUrl, logins: [] }

  screen.act("The worked examples, each on orders of its own")
  await playWorkedExamples(shop, screen)

  screen.act("Affiliates apply, and the merchant decides")
  const programs = await addPrograms(shop)
  const cast = await castAffiliates(shop, programs)
  const players = Object.values(cast)
  screen.good(`${players.length} approved in three programs`)
  await playJoining(shop, programs, screen)

  screen.act("Terms of their own")
  await playTerms(shop, cast, programs, screen)

  screen.act(`${shoppers} random shoppers (--seed=${seed})`)
  await playShoppers(shop, cast, screen, { seed, count: shoppers })

  screen.act("A shopper in the storefront, by an affiliate's link")
  await playStorefront(shop, cast.mira, storefront, screen, options.chromium)

  screen.act("What does not happen every day")
  await playScenes(shop, cast, screen)
  await playTiers(shop, cast, programs, screen)

  screen.act("Money goes out")
  await playPayouts(shop, cast, screen)

  screen.act("A batch by Stripe and PayPal (servers that behave as they do)")
  const podcasters = await playRails(shop, services, screen)

  screen.act("The statement of every affiliate")
  await showStatement(shop, screen, [...players, ...podcasters])

  screen.act("The audit, every order computed anew")
  await showAudit(shop, screen)
  return {
    storefront: storefront.baseUrl,
    logins: [cast.tomas.email, cast.mira.email],
  }
}

/** @throws when the work takes too long */
async function inTime<Result>(
  work: Promise<Result>,
  ms_max: number
): Promise<Result> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`not done after ${ms_max / 60_000} minutes`)),
      ms_max
    )
  })
  return await Promise.race([work, late]).finally(() => clearTimeout(timer))
}

function showOutcome({ problems, act, tell }: Screen, store: DemoStore): void {
  act("In short")
  for (const line of store.errors()) tell(red(`the store logged: ${line}`))
  if (problems.length === 0)
    tell(green("Every figure is what it should be, and the books agree."))
  else {
    tell(red("Not everything is what it should be:"))
    for (const problem of problems) tell(red(`✗ ${problem}`))
  }
}

function showDoors(
  { baseUrl }: DemoStore,
  storefront: string,
  emails: string[]
): void {
  console.log(`
  ${bold("Dashboard")}   ${baseUrl}/app
              ${MERCHANT.email} / ${MERCHANT.password}   ${dim("(the first page takes a moment)")}

  ${bold("Storefront")}  ${storefront}`)
  if (emails.length > 0)
    console.log(`
  ${bold("Portal")}      ${baseUrl}/affiliate/portal
              ${emails.join(" or ")}, password ${PASSWORD}`)
  console.log(`\n  Ctrl-C ends it all.`)
}

/** What broke the demo off, and what the store had to say about that. */
function explain(
  { act, tell }: Screen,
  store: DemoStore,
  error: unknown
): void {
  act("The demo broke off")
  tell(red(error instanceof Error ? error.message : String(error)))
  if (error instanceof Error && error.cause) tell(String(error.cause))
  if (process.env.DEBUG && error instanceof Error) tell(dim(error.stack ?? ""))
  const errors = store.errors()
  const said = errors.length > 0 ? errors : store.process.log().split("\n")
  tell("The last that the store logged:")
  for (const line of said.slice(-LOG_LINES)) tell(dim(line))
}
