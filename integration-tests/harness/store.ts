import type { MedusaContainer } from "@medusajs/framework/types"
import { startApp } from "@medusajs/test-utils"
import { createAdmin } from "./admin-user"
import { forgetStore } from "./after-a-store"
import {
  createShopDatabase,
  createTestDatabase,
  type TestDatabase,
} from "./database"
import { untilWorkflowsEnd } from "./idle"
import { createApi, openShop, type Api, type Shop } from "./shop"

/** A real Medusa server with the plugin, in this process, on a database of its own. */
export type Store = {
  /** Where it listens. */
  baseUrl: string
  /** A client without a key or token. */
  api: Api
  /** A client with an administrator's token. */
  admin: Api
  /** The seeded shop; see `seedShop` for what it sells. */
  shop: Shop
  /** Medusa's container, for what has no route: running a workflow or a job, reading the event bus. */
  container: MedusaContainer
  /** The database, for looking at rows. */
  database: TestDatabase
}

/** How a test file wants its store. */
export type StoreOptions = {
  /** Environment variables that `medusa-config.ts` reads, for this file only. */
  env?: Record<string, string>
  /** Whether the shop is set up. Default true. */
  seed?: boolean
}

/**
 * Boots a store before the tests of a file (or `describe`) and shuts it down after them.
 *
 * @example
 * const store = useStore()
 * test("…", async () => {
 *   const order = await buy(store.shop, { items: [{ ware: store.shop.shirt }] })
 * })
 *
 * @returns the store; its fields may be read from `beforeAll` on
 */
export function useStore(options: StoreOptions = {}): Store {
  let running: RunningStore | undefined
  beforeAll(async () => {
    running = await bootStore(options)
  })
  afterAll(async () => {
    await running?.shutdown()
    running = undefined
  })
  const whileRunning = () => {
    if (!running)
      throw new Error(
        "the store is only there while tests run: read it inside a test"
      )
    return running
  }
  return {
    get baseUrl() {
      return whileRunning().baseUrl
    },
    get api() {
      return whileRunning().api
    },
    get admin() {
      return whileRunning().admin
    },
    get shop() {
      return whileRunning().shop
    },
    get container() {
      return whileRunning().container
    },
    get database() {
      return whileRunning().database
    },
  }
}

export type RunningStore = Store & { shutdown: () => Promise<void> }

/** Boots a store, for `useStore` and for the bench; whoever calls it shuts it down. */
export async function bootStore({
  env = {},
  seed = true,
}: StoreOptions): Promise<RunningStore> {
  const withShop = seed ? await createShopDatabase() : undefined
  const database = withShop ?? (await createTestDatabase())
  const before = { ...process.env }
  delete process.env.PORT // so that a free one is taken
  delete process.env.REDIS_URL
  Object.assign(process.env, {
    DATABASE_URL: database.url,
    DISABLE_ADMIN: "true",
    ...env,
  })
  try {
    const app = await startApp({ cwd: process.cwd() })
    const baseUrl = `http://localhost:${app.port}`
    const api = createApi(baseUrl)
    const admin = await createAdmin(app.container, api)
    const fields = { baseUrl, api, admin, database, container: app.container }
    const shop = withShop && openShop(admin, withShop.stock)
    return {
      ...fields,
      get shop() {
        if (!shop)
          throw new Error(
            "this store was asked for without a shop (seed: false)"
          )
        return shop
      },
      shutdown: async () => {
        await untilWorkflowsEnd(app.container)
        await app.shutdown()
        forgetStore()
        process.env = before
        await database.drop()
      },
    }
  } catch (error) {
    process.env = before
    await database.drop()
    throw error
  }
}
