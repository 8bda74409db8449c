import { addDiscountCode, ok, useStore } from "../harness"
import { WITH_ENCRYPTION } from "../support/affiliates"
import { WITH_SANDBOX } from "../support/sandbox"
import { reconcileOrderWorkflow } from "../../src/workflows/orders"
import { SHOP_COUPON } from "./actions"
import { Deliveries } from "./deliveries"
import { findDisagreements } from "./figures-agree"
import { Random } from "./random"
import { simulate, Story, Tally } from "./simulate"
import { createWorld, Good, stockGoods } from "./world/world"

/**
 * A shop lives through random days while its events are lost, doubled and mixed up, and after every step everything is
 * as an independent model says. `SIM_SEED`, `SIM_SEEDS` (how many, counted up) and `SIM_STEPS` choose what is lived through;
 * a failure names the seed, with which it happens again. `SIM_OFTEN` are parts of actions' names, with
 * commas between, to look closer at those.
 */
const FIRST_SEED = Number(process.env.SIM_SEED ?? 1)
const SEEDS = Number(process.env.SIM_SEEDS ?? 1)
const STEPS = Number(process.env.SIM_STEPS ?? 40)
const OFTEN = process.env.SIM_OFTEN?.split(",") ?? []
/** On a busy machine a step takes seconds. */
const STEP_TIMEOUT_MS = 20_000
const SETUP_TIMEOUT_MS = 120_000

/** As a server, which runs no jobs: only the simulation says when time passes and when a sweep comes. */
const store = useStore({
  env: { ...WITH_ENCRYPTION, ...WITH_SANDBOX, WORKER_MODE: "server" },
})

/** Of all seeds together. */
const total: Tally = new Map()

let goods: Good[]
let deliveries: Deliveries
beforeAll(async () => {
  goods = await stockGoods(store)
  await addDiscountCode(store.shop, SHOP_COUPON.code, SHOP_COUPON.percent)
  deliveries = new Deliveries(store.container)
})

const seeds = Array.from({ length: SEEDS }, (_, index) => FIRST_SEED + index)

test.each(seeds)(
  "seed %i: after every step the program is what the model says",
  async (seed) => {
    const story: Story = []
    deliveries.clear()
    const world = await createWorld(store, goods, new Random(seed))
    const started = performance.now()
    try {
      add(
        await simulate(world, deliveries, { steps: STEPS, often: OFTEN }, story)
      )
    } catch (error) {
      throw withStory(error, seed, story)
    }
    const seconds = (performance.now() - started) / 1000
    const { judged, ledger } = world.model
    process.stdout.write(
      `seed ${seed}: ${STEPS} steps in ${seconds.toFixed(0)} s (${(STEPS / seconds).toFixed(2)} a second), ` +
        `${judged.length} orders, ${ledger.commissions.length} commissions, ${ledger.payouts.length} payouts\n`
    )
  },
  SETUP_TIMEOUT_MS + STEPS * STEP_TIMEOUT_MS
)

test(
  "at the end a forced reconcile of everything posts nothing",
  async () => {
    const { sql } = store.database
    const posted = () => sql("SELECT count(*) AS entries FROM affiliate_entry")
    const before = await posted()
    const orders = await sql<{ id: string }>(
      'SELECT id FROM "order" WHERE NOT is_draft_order'
    )
    for (const { id } of orders) {
      const { result } = await reconcileOrderWorkflow(store.container).run({
        input: { order_id: id, force: true },
      })
      expect(result.flatMap(({ changes }) => changes)).toEqual([])
    }
    expect(await posted()).toEqual(before)
  },
  SETUP_TIMEOUT_MS + SEEDS * STEPS * 1000
)

test(
  "at the end the audit is clean",
  async () => {
    const health = ok(
      await store.admin.get("/admin/affiliate-health", { deep: true })
    )
    expect(health.checks.filter((check: { ok: boolean }) => !check.ok)).toEqual(
      []
    )
    expect(health.ok).toBe(true)
  },
  SETUP_TIMEOUT_MS
)

test(
  "at the end the affiliates' pages, the merchant's and the ledger say the same",
  async () => {
    expect(await findDisagreements(store)).toEqual([])
  },
  SETUP_TIMEOUT_MS + SEEDS * SETUP_TIMEOUT_MS
)

function add(tally: Tally): void {
  for (const [name, { ran, meanwhile }] of tally) {
    const sum = total.get(name) ?? { ran: 0, meanwhile: 0 }
    total.set(name, {
      ran: sum.ran + ran,
      meanwhile: sum.meanwhile + meanwhile,
    })
  }
}

/** In brackets how often while there was an order that the plugin had not heard of. */
afterAll(() => {
  const often = [...total]
    .sort(([, a], [, b]) => b.ran - a.ran)
    .map(([name, { ran, meanwhile }]) =>
      meanwhile > 0 ? `${name} ${ran} (${meanwhile})` : `${name} ${ran}`
    )
  process.stdout.write(`what happened: ${often.join(", ")}\n`)
})

function withStory(error: unknown, seed: number, story: Story): Error {
  const reason = error instanceof Error ? error : new Error(String(error))
  const again = [
    `SIM_SEED=${seed} SIM_STEPS=${STEPS}`,
    ...(OFTEN.length > 0 ? [`SIM_OFTEN='${OFTEN.join(",")}'`] : []),
  ].join(" ")
  reason.message = [
    `seed ${seed} failed; again with ${again} npm test -- lifecycle`,
    ...story,
    "",
    reason.message,
  ].join("\n")
  return reason
}
