import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { Client } from "pg"
import { ok } from "../harness"
import { Waiting, type HoldPoint } from "../peers/hold-up"
import type { CrashRail } from "./crash-rails"

/** Where the store asks whether it may go on; see `dev/held-store-credit`. */
async function startGate() {
  const waiting = new Waiting()
  const asked: { payout_id: string; idempotency_key: string }[] = []
  const server = createServer(async (req, res) => {
    const chunks: Buffer[] = []
    for await (const chunk of req) chunks.push(chunk as Buffer)
    const point = req.url?.slice(1) as HoldPoint
    if (point === "before") asked.push(JSON.parse(`${Buffer.concat(chunks)}`))
    await waiting.at(point, req.socket)
    res.end()
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    waiting,
    asked,
    stop: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** The codes that the affiliate of a payout was given, whatever for. */
const GIFTS = `
SELECT count(DISTINCT promotion.id)::int AS n
  FROM affiliate_payout payout
  JOIN affiliate ON affiliate.id = payout.affiliate_id
  JOIN promotion_rule_value value ON value.value = affiliate.email
  JOIN promotion_promotion_rule rule ON rule.promotion_rule_id = value.promotion_rule_id
  JOIN promotion ON promotion.id = rule.promotion_id
 WHERE payout.id = $1`

/** Money to spend in the store, which lies in the store's own database: it outlives the server like any service. */
export const storeCredit: CrashRail = {
  provider: "store-credit",
  accounts: [{ name: "its own", ends: "paid", answers: true }],
  start: async (databaseUrl) => {
    const { address, waiting, asked, stop } = await startGate()
    return {
      env: { PAYOUT_STORE_CREDIT: "true", PAYOUT_STORE_CREDIT_GATE: address },
      hold: (point) => waiting.hold(point),
      held: () => waiting.held(),
      letGo: () => waiting.letGo(),
      prepare: async ({ api }) => {
        const method = { provider: "store-credit", details: {} }
        ok(await api.post("/affiliate/payout-method", method))
      },
      settle: () => undefined,
      sent: async (payout_id) => {
        const client = new Client({ connectionString: databaseUrl() })
        await client.connect()
        try {
          const { rows } = await client.query<{ n: number }>(GIFTS, [payout_id])
          return rows[0]!.n
        } finally {
          await client.end()
        }
      },
      keys: (payout_id) =>
        asked
          .filter((one) => one.payout_id === payout_id)
          .map(({ idempotency_key }) => idempotency_key),
      stop,
    }
  },
}
