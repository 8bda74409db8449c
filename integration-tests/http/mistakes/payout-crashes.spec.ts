import { Client } from "pg"
import {
  createApi,
  eventually,
  ok,
  useStore,
  type StoreProcess,
} from "../../harness"
import {
  expectSoundPayouts,
  giveMoney,
  makeAffiliate,
  moneyOf,
  WITH_ENCRYPTION,
} from "../../support/affiliates"
import { examine } from "../../support/broken-promises"
import {
  CRASH_RAILS,
  type CrashAccount,
  type CrashPeer,
} from "../../support/crash-rails"
import { startServer, WITHOUT_SCHEDULE } from "../../support/servers"
import affiliateLookUpPayouts from "../../../src/jobs/affiliate-look-up-payouts"

/**
 * A server killed at every step of sending, at every payment service, with every kind of account: each payout is sent
 * exactly once, and the books agree.
 */
const env: Record<string, string> = { ...WITH_ENCRYPTION, ...WITHOUT_SCHEDULE }

const peers = new Map<string, CrashPeer>()
// Before the store is there, because the services' addresses are in its environment.
beforeAll(async () => {
  for (const { provider, start } of CRASH_RAILS) {
    const peer = await start(() => store.database.url)
    peers.set(provider, peer)
    Object.assign(env, peer.env)
  }
})
afterAll(async () => {
  for (const peer of peers.values()) await peer.stop()
})

const store = useStore({ env, seed: false })

type Started = {
  provider: string
  account: CrashAccount
  peer: CrashPeer
  affiliate_id: string
  id: string
}

/** A pending payout to each kind of account of each service. */
async function onePayoutEach(): Promise<Started[]> {
  const started: Started[] = []
  for (const { provider, accounts } of CRASH_RAILS) {
    for (const account of accounts) {
      const affiliate = await makeAffiliate(store)
      const peer = peers.get(provider)!
      await peer.prepare(affiliate, account.name)
      await giveMoney(store, affiliate.id, 30)
      const { payout } = ok(
        await affiliate.api.post("/affiliate/payouts", { currency_code: "usd" })
      )
      peer.spoil?.(affiliate, account.name)
      started.push({
        provider,
        account,
        peer,
        affiliate_id: affiliate.id,
        id: payout.id,
      })
    }
  }
  return started
}

const send = (
  { admin }: Pick<typeof store, "admin">,
  { id }: Started
): Promise<unknown> =>
  admin.post(`/admin/affiliate-payouts/${id}/process`).catch(() => undefined)

/** The administrator at the server that is going to die. */
const at = ({ baseUrl }: StoreProcess) => ({
  admin: createApi(baseUrl, { ...store.admin.headers }),
})

const read = async ({ id }: Started) =>
  ok(await store.admin.get(`/admin/affiliate-payouts/${id}`)).payout

/** How long a server that has only just started may take to come to its step with every payout, in milliseconds. */
const ALL_THERE_MS_MAX = 60_000

/** Balances that are kept still, after a test that failed too. */
const open = new Set<() => Promise<void>>()
afterEach(async () => {
  letAllGo()
  for (const letGo of open) await letGo()
})

/** Keeps the balances from everybody, until it is let go. */
async function holdBalances(payouts: Started[]) {
  const client = new Client({ connectionString: store.database.url })
  await client.connect()
  await client.query("BEGIN")
  await client.query(
    "SELECT 1 FROM affiliate_balance WHERE affiliate_id = ANY($1) FOR UPDATE",
    [payouts.map(({ affiliate_id }) => affiliate_id)]
  )
  const letGo = async () => {
    await client.query("ROLLBACK")
    await client.end()
    open.delete(letGo)
  }
  open.add(letGo)
  return {
    untilWaiting: (count: number) =>
      eventually(
        async () => {
          // Not by pg_stat_activity: within a transaction it shows for ever the connections that there were when it was first
          // looked at, and a cold server opens more.
          const { rows } = await client.query<{ n: number }>(
            `SELECT count(DISTINCT pid)::int AS n FROM pg_locks
              WHERE NOT granted AND pg_backend_pid() = ANY(pg_blocking_pids(pid))`
          )
          expect(rows[0]!.n).toBe(count)
        },
        { timeoutMs: ALL_THERE_MS_MAX }
      ),
    letGo,
  }
}

const untilHeld = (count: number) =>
  eventually(
    () =>
      expect(
        [...peers.values()].reduce((sum, { held }) => sum + held(), 0)
      ).toBe(count),
    { timeoutMs: ALL_THERE_MS_MAX }
  )

const holdAll = (point: "before" | "after") =>
  peers.forEach(({ hold }) => hold(point))
const letAllGo = () => peers.forEach(({ letGo }) => letGo())

/** Kills the server at one step; what was under way with it is over. */
const STEPS: [
  step: string,
  kill: (server: StoreProcess, payouts: Started[]) => Promise<void>,
  left: "pending" | "processing",
][] = [
  [
    "before it has written that it sends",
    async (server, payouts) => {
      const balances = await holdBalances(payouts)
      payouts.forEach((payout) => void send(at(server), payout))
      await balances.untilWaiting(payouts.length)
      await server.kill()
      await balances.letGo()
    },
    "pending",
  ],
  [
    "after it has written that, before the service has done anything",
    async (server, payouts) => {
      holdAll("before")
      payouts.forEach((payout) => void send(at(server), payout))
      await untilHeld(payouts.length)
      await server.kill()
      await untilHeld(0)
      letAllGo()
    },
    "processing",
  ],
  [
    "while the service answers, with the money sent",
    async (server, payouts) => {
      holdAll("after")
      payouts.forEach((payout) => void send(at(server), payout))
      await untilHeld(payouts.length)
      await server.kill()
      await untilHeld(0)
      letAllGo()
    },
    "processing",
  ],
  [
    "after the answer, before it has written it down",
    async (server, payouts) => {
      holdAll("after")
      payouts.forEach((payout) => void send(at(server), payout))
      await untilHeld(payouts.length)
      const balances = await holdBalances(payouts)
      letAllGo()
      await balances.untilWaiting(
        payouts.filter(({ account }) => account.answers).length
      )
      await server.kill()
      await balances.letGo()
    },
    "processing",
  ],
]

describe.each(STEPS)("a server killed %s", (_, kill, left) => {
  test("leaves nothing that the next one does not put right: each payout is sent once", async () => {
    const payouts = await onePayoutEach()
    const server = await startServer(store)
    await kill(server, payouts)

    for (const payout of payouts) {
      expect(await read(payout)).toMatchObject({ status: left })
      expect(await moneyOf(store, payout.affiliate_id)).toMatchObject({
        available: 0,
        requested: 30,
        paid: 0,
      })
    }
    // The next server: what was not begun is begun, what is under way is asked about, now and when it has arrived.
    if (left === "pending")
      for (const payout of payouts) await send(store, payout)
    for (let asked = 0; asked < 2; asked++) {
      await store.database.sql(
        "UPDATE affiliate_payout SET look_up_after = now() WHERE status = 'processing'"
      )
      await affiliateLookUpPayouts(store.container)
      peers.forEach(({ settle }) => settle())
    }

    for (const payout of payouts) {
      const { account, peer, id, affiliate_id, provider } = payout
      const { status } = await read(payout)
      const keys = new Set(peer.keys(id))
      const paid = account.ends === "paid"
      expect({
        provider,
        account: account.name,
        status,
        sent: await peer.sent(id),
        keys: [...keys],
        money: await moneyOf(store, affiliate_id),
      }).toEqual({
        provider,
        account: account.name,
        status: account.ends,
        sent: paid ? 1 : 0,
        keys: [`${id}-1`],
        money: {
          pending: 0,
          requested: 0,
          available: paid ? 0 : 30,
          paid: paid ? 30 : 0,
        },
      })
    }
    await expectSoundPayouts(store)
    const { checks } = await examine(store)
    expect(checks.filter((check) => !check.ok)).toEqual([])
  })
})
