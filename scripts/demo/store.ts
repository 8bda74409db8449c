import { randomBytes } from "node:crypto"
import {
  createApi,
  ok,
  PASSWORD,
  type Api,
} from "../../integration-tests/harness/shop"
import {
  startStoreProcess,
  type StoreProcess,
} from "../../integration-tests/harness/store-process"
import { addMerchant } from "./merchant"

/** How long the store may take to end itself once asked, in milliseconds. Its database is dropped anyway. */
const STOP_MS_MAX = 5_000

/** The repository's own store in a process of its own, and its merchant's login. */
export type DemoStore = {
  process: StoreProcess
  baseUrl: string
  /** A client without a key or token. */
  api: Api
  /** A client with the merchant's token. */
  admin: Api
  /** Lines that the store has logged as errors. */
  errors: () => string[]
  stop: () => Promise<void>
}

export const MERCHANT = {
  email: "merchant@example.com",
  password: PASSWORD,
}

/** Starts the store on a migrated database, with the dashboard unless that is not wanted. */
export async function startDemoStore({
  databaseUrl,
  port,
  storefrontPort,
  dashboard,
  env,
}: {
  databaseUrl: string
  port: number
  /** Where the storefront before it listens. */
  storefrontPort: number
  dashboard: boolean
  /** Of the services that move money. */
  env: Record<string, string>
}): Promise<DemoStore> {
  await addMerchant(databaseUrl, MERCHANT)
  const process = await startStoreProcess({
    databaseUrl,
    port,
    env: {
      ...env,
      AFFILIATE_ENCRYPTION_KEY: randomBytes(32).toString("hex"),
      DISABLE_ADMIN: dashboard ? "false" : "true",
      EMAIL: "log",
      MEDUSA_DISABLE_TELEMETRY: "true",
      PAYOUT_SANDBOX: "true",
      REDIS_URL: "",
      STORE_CORS: `http://localhost:${storefrontPort}`,
    },
  })
  const api = createApi(process.baseUrl)
  const { token } = ok(await api.post("/auth/user/emailpass", MERCHANT))
  return {
    process,
    baseUrl: process.baseUrl,
    api,
    admin: api.as(token),
    errors: () =>
      process
        .log()
        .split("\n")
        .filter((line) => /^(\x1b\[\d+m)*error\b/.test(line)),
    stop: async () => {
      const late = setTimeout(() => void process.kill(), STOP_MS_MAX)
      await process.stop()
      clearTimeout(late)
    },
  }
}
