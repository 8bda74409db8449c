import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { createApi, openShop, Shop } from "../integration-tests/harness/shop"
import { bootStore } from "../integration-tests/harness/store"
import {
  StoreProcess,
  startStoreProcess,
} from "../integration-tests/harness/store-process"
import { sweepOrdersWorkflow } from "../src/workflows/orders"
import { ORDER_FIELDS } from "../src/workflows/orders/snapshot/fields"
import { makeBareStore } from "./lib/bare-store"
import { addBenchAffiliate, completeCarts, fillCarts } from "./lib/checkouts"
import { numberArgument, Pair, report, timed } from "./lib/report"

/**
 * Two claims. A checkout on a store with the plugin, beside the same checkout
 * on the same store without it. And orders judged and credited per second,
 * beside merely reading as many orders with their totals.
 */
const checkouts = numberArgument("checkouts", 40)
const runs = numberArgument("runs", 5)
const SHOPPERS = 4

const shopAt = (server: StoreProcess, seeded: Shop): Shop =>
  openShop(createApi(server.baseUrl, { ...seeded.admin.headers }), seeded)

/** Milliseconds for each of a round of checkouts, only the last request of each. */
const round = async (shop: Shop): Promise<{ ms: number; orders: string[] }> => {
  const carts = await fillCarts(shop, checkouts)
  let orders: string[] = []
  const ms = await timed(async () => {
    orders = await completeCarts(shop, carts, SHOPPERS)
  })
  return { ms: ms / checkouts, orders }
}

const SERVER_ONLY = { WORKER_MODE: "server" }

/** Checkouts on both stores in turn, on one database; answers the orders that were not judged. */
const compareCheckouts = async (
  seeded: Shop,
  databaseUrl: string
): Promise<string[]> => {
  const env = SERVER_ONLY
  const ours = await startStoreProcess({ databaseUrl, env })
  const directory = makeBareStore()
  const theirs = await startStoreProcess({ databaseUrl, env, directory })
  const pairs: Pair[] = []
  const unjudged: string[] = []
  // The first round of each warms the servers up and is not counted.
  for (let run = 0; run <= runs; run++) {
    const plugin = await round(shopAt(ours, seeded))
    const baseline = await round(shopAt(theirs, seeded))
    unjudged.push(...baseline.orders)
    if (run > 0) {
      pairs.push({ ours: plugin.ms, baseline: baseline.ms })
    }
  }
  await Promise.all([ours.stop(), theirs.stop()])
  report(
    `Checkout, ${SHOPPERS} shoppers at a time`,
    "ms",
    { ours: "with the plugin", baseline: "the same store without it" },
    pairs
  )
  return unjudged
}

const compareJudging = async (
  container: MedusaContainer,
  unjudged: string[]
): Promise<void> => {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const reading = await timed(async () => {
    for (const id of unjudged) {
      await query.graph({
        entity: "order",
        fields: ORDER_FIELDS,
        filters: { id },
      })
    }
  })
  const judging = await timed(() =>
    sweepOrdersWorkflow(container).run({ input: { window_days: null } })
  )
  const perSecond = (ms: number): number => (unjudged.length * 1000) / ms
  report(
    `${unjudged.length} orders, one after another`,
    "orders/s",
    { ours: "judged, credited, posted", baseline: "only read" },
    [{ ours: perSecond(judging), baseline: perSecond(reading) }]
  )
}

const main = async (): Promise<void> => {
  // Without jobs, so that no sweep judges what is to be measured.
  const store = await bootStore({ env: SERVER_ONLY })
  try {
    await addBenchAffiliate(store.shop)
    const unjudged = await compareCheckouts(store.shop, store.database.url)
    await compareJudging(store.container, unjudged)
  } finally {
    await store.shutdown()
  }
}

void main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${String(error)}\n`)
    process.exit(1)
  }
)
