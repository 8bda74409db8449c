import autocannon from "autocannon"

import { bootStore } from "../integration-tests/harness/store"
import { startStoreProcess } from "../integration-tests/harness/store-process"
import { addBenchAffiliate, CODE } from "./lib/checkouts"
import { makeClickBenchStore } from "./lib/click-bench-store"
import { numberArgument, Pair, report } from "./lib/report"

/**
 * A durable click beside an empty POST route of the same process, as a store
 * runs in production: requests answered in a second, and how long the slowest
 * in a hundred wait. The empty route stands where the click's does, so that
 * both pass the same of Medusa's own checks.
 */
const seconds = numberArgument("seconds", 8)
const runs = numberArgument("runs", 5)
const CONNECTIONS = [32, 200]
const WARM_UP_SECONDS = 3

interface Load {
  per_second: number
  p99_ms: number
}

const main = async (): Promise<void> => {
  const seeded = await bootStore({ env: { WORKER_MODE: "server" } })
  await addBenchAffiliate(seeded.shop)
  const server = await startStoreProcess({
    databaseUrl: seeded.database.url,
    directory: makeClickBenchStore(),
    env: { WORKER_MODE: "server", NODE_ENV: "production" },
  })
  try {
    const load = async (
      path: string,
      connections: number,
      duration: number
    ): Promise<Load> => {
      let visitor = 0
      const result = await autocannon({
        url: `${server.baseUrl}${path}`,
        connections,
        duration,
        requests: [
          {
            method: "POST",
            headers: {
              ...seeded.shop.storefront.headers,
              "content-type": "application/json",
              "user-agent": "Mozilla/5.0 Chrome/131.0.0.0 Safari/537.36",
            },
            setupRequest: (request) => ({
              ...request,
              body: JSON.stringify({
                code: CODE,
                visitor_id: `${process.pid}-${visitor++}`,
                landing_url: "https://shop.example/shirts?utm_source=ada",
              }),
            }),
          },
        ],
      })
      if (result.non2xx || result.errors) {
        throw new Error(
          `${path}: ${result.non2xx} refused, ${result.errors} failed`
        )
      }
      return { per_second: result.requests.mean, p99_ms: result.latency.p99 }
    }
    for (const path of ["/store/affiliate/clicks", "/store/bench-empty"]) {
      await load(path, CONNECTIONS[0], WARM_UP_SECONDS)
    }
    for (const connections of CONNECTIONS) {
      const throughput: Pair[] = []
      const slowest: Pair[] = []
      for (let run = 0; run < runs; run++) {
        const ours = await load("/store/affiliate/clicks", connections, seconds)
        const empty = await load("/store/bench-empty", connections, seconds)
        throughput.push({ ours: ours.per_second, baseline: empty.per_second })
        slowest.push({ ours: ours.p99_ms, baseline: empty.p99_ms })
      }
      const names = { ours: "a durable click", baseline: "an empty POST route" }
      report(
        `${connections} connections, requests`,
        "a second",
        names,
        throughput
      )
      report(
        `${connections} connections, 99 in 100 within`,
        "ms",
        names,
        slowest
      )
    }
  } finally {
    await server.stop()
    await seeded.shutdown()
  }
}

void main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${String(error)}\n`)
    process.exit(1)
  }
)
