import autocannon from "autocannon"

import { join } from "../integration-tests/harness/affiliates"
import { Api } from "../integration-tests/harness/shop"
import { bootStore } from "../integration-tests/harness/store"
import { startStoreProcess } from "../integration-tests/harness/store-process"
import { addBenchAffiliate, CODE } from "./lib/checkouts"
import { EMPTY, makeClickBenchStore } from "./lib/click-bench-store"
import { numberArgument, Pair, report } from "./lib/report"

/**
 * A durable click beside an empty POST route of the same process, as a store
 * runs in production: requests answered in a second, and how long the slowest
 * in a hundred wait. Medusa looks up the publishable key of every request under
 * `/store`: the snippet's click goes without one, and stands beside an empty
 * route of either kind; a click under `/store` stands beside the empty route
 * there, and the redirect of a link beside the one without a key.
 */
const seconds = numberArgument("seconds", 8)
const runs = numberArgument("runs", 5)
const CONNECTIONS = [32, 200]
const WARM_UP_SECONDS = 3
const BROWSER = {
  "user-agent": "Mozilla/5.0 Chrome/131.0.0.0 Safari/537.36",
}

interface Load {
  per_second: number
  p99_ms: number
}

/** One kind of request, and what it is answered with when all is well. */
interface Kind {
  path: string
  method: "GET" | "POST"
  status: number
  headers: Record<string, string>
  /** What is sent by the visitor of this number. */
  body?: (visitor: number) => string
}

const load = async (
  baseUrl: string,
  { path, status, method, headers, body }: Kind,
  connections: number,
  duration: number
): Promise<Load> => {
  let visitor = 0
  const result = await autocannon({
    url: `${baseUrl}${path}`,
    connections,
    duration,
    requests: [
      {
        method,
        headers,
        setupRequest: (request) => ({ ...request, body: body?.(visitor++) }),
      },
    ],
  })
  const answered = result.statusCodeStats?.[`${status}`]?.count ?? 0
  const others = result.requests.total - answered
  if (others || result.errors) {
    throw new Error(
      `${path}: ${others} answers other than ${status}, ${result.errors} failed`
    )
  }
  return { per_second: result.requests.mean, p99_ms: result.latency.p99 }
}

const compare = async (
  baseUrl: string,
  names: { ours: string; baseline: string },
  ours: Kind,
  baseline: Kind
): Promise<void> => {
  for (const kind of [ours, baseline]) {
    await load(baseUrl, kind, CONNECTIONS[0], WARM_UP_SECONDS)
  }
  for (const connections of CONNECTIONS) {
    const throughput: Pair[] = []
    const slowest: Pair[] = []
    for (let run = 0; run < runs; run++) {
      const click = await load(baseUrl, ours, connections, seconds)
      const empty = await load(baseUrl, baseline, connections, seconds)
      throughput.push({ ours: click.per_second, baseline: empty.per_second })
      slowest.push({ ours: click.p99_ms, baseline: empty.p99_ms })
    }
    report(
      `${connections} connections, requests`,
      "a second",
      names,
      throughput
    )
    report(`${connections} connections, 99 in 100 within`, "ms", names, slowest)
  }
}

const makeLink = async (api: Api): Promise<string> => {
  const answer = await api.post("/affiliate/links", {
    destination_url: "http://localhost:8000/shirts",
  })
  if (answer.status !== 200) {
    throw new Error(`no link: ${JSON.stringify(answer.body)}`)
  }
  return answer.body.link.slug
}

const main = async (): Promise<void> => {
  const seeded = await bootStore({ env: { WORKER_MODE: "server" } })
  await addBenchAffiliate(seeded.shop)
  const slug = await makeLink(
    (await join(seeded.shop, { name: "Ada", email: "ada@example.com" })).api
  )
  const server = await startStoreProcess({
    databaseUrl: seeded.database.url,
    directory: makeClickBenchStore(),
    env: { WORKER_MODE: "server", NODE_ENV: "production" },
  })
  const json = { ...BROWSER, "content-type": "application/json" }
  const empty = { method: "POST", status: 202, body: () => "{}" } as const
  try {
    const keyed = { ...seeded.shop.storefront.headers, ...json }
    const click = {
      method: "POST",
      status: 202,
      body: (visitor: number) =>
        JSON.stringify({
          code: CODE,
          visitor_id: `${process.pid}-${visitor}`,
          landing_url: "https://shop.example/shirts?utm_source=ada",
        }),
    } as const
    const ours = {
      "the snippet's click": {
        ...click,
        path: "/affiliate/clicks",
        headers: { ...BROWSER, "content-type": "text/plain" },
      },
      "a click under /store": {
        ...click,
        path: "/store/affiliate/clicks",
        headers: keyed,
      },
      "a click by a link, redirected": {
        path: `/affiliate/r/${slug}`,
        method: "GET",
        status: 302,
        headers: BROWSER,
      },
    } as const
    const baselines = {
      "an empty POST route under /store": {
        ...empty,
        path: EMPTY.store,
        headers: keyed,
      },
      "an empty POST route without a key": {
        ...empty,
        path: EMPTY.open,
        headers: json,
      },
    } as const
    const pairs: [keyof typeof ours, keyof typeof baselines][] = [
      ["the snippet's click", "an empty POST route under /store"],
      ["the snippet's click", "an empty POST route without a key"],
      ["a click under /store", "an empty POST route under /store"],
      ["a click by a link, redirected", "an empty POST route without a key"],
    ]
    for (const [one, other] of pairs) {
      await compare(
        server.baseUrl,
        { ours: one, baseline: other },
        ours[one],
        baselines[other]
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
