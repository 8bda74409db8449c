import { addDiscountCode, ok, useStore } from "../harness"
import { WITH_ENCRYPTION } from "../support/affiliates"
import { WITH_SANDBOX } from "../support/sandbox"
import { reconcileOrderWorkflow } from "../../src/workflows/orders"
import { SHOP_COUPON } from "./actions"
import { Deliveries } from "./deliveries"
import { findDisagreements } from "./figures-agree"
import { Random } from "./random"
import { Course, simulate, Story, Tally } from "./simulate"
import { createWorld, Good, stockGoods } from "./world/world"

/**
 * A shop lives through random days while its events are lost, doubled and mixed up, and after every step everything is
 * as an independent model says. Two lives are lived unless `SIM_SEED`, `SIM_SEEDS` (how many, counted up) or `SIM_STEPS`
 * choose others; a failure names the seed, with which it happens again. `SIM_OFTEN` are parts of actions' names, with
 * commas between, to look closer at those.
 */
type Life = Course & { seed: number }

const { SIM_SEED, SIM_SEEDS, SIM_STEPS, SIM_OFTEN } = process.env
const STEPS = 40
/** Where money is earned, asked for and sent most of the time. */
const MONEY = {
  seed: 21,
  steps: 90,
  often: [
    "adjust",
    "payout account",
    "cool-off",
    "batch",
    "a service",
    "comes back",
    "takes a payout",
    "send a payout",
    "mark a payout",
    "accept",
    "decide",
    "anew",
  ],
}

const lives: Life[] =
  (SIM_SEED ?? SIM_SEEDS ?? SIM_STEPS ?? SIM_OFTEN)
    ? Array.from({ length: Number(SIM_SEEDS ?? 1) }, (_, index) => ({
        seed: Number(SIM_SEED ?? 1) + index,
        steps: Number(SIM_STEPS ?? STEPS),
        often: SIM_OFTEN?.split(",") ?? [],
      }))
    : [{ seed: 1, steps: STEPS, often: [] }, MONEY]
const ALL_STEPS = lives.reduce((sum, { steps }) => sum + steps, 0)
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

test.each(lives)(
  "seed $seed: after every step the program is what the model says",
  async (life) => {
    const { seed, steps } = life
    const story: Story = []
    deliveries.clear()
    const world = await createWorld(store, goods, new Random(seed))
    const started = performance.now()
    try {
      add(await simulate(world, deliveries, life, story))
    } catch (error) {
      throw withStory(error, life, story)
    }
    const seconds = (performance.now() - started) / 1000
    const { judged, ledger } = world.model
    process.stdout.write(
      `seed ${seed}: ${steps} steps in ${seconds.toFixed(0)} s (${(steps / seconds).toFixed(2)} a second), ` +
        `${judged.length} orders, ${ledger.commissions.length} commissions, ${ledger.payouts.length} payouts\n`
    )
  },
  SETUP_TIMEOUT_MS + ALL_STEPS * STEP_TIMEOUT_MS
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
  SETUP_TIMEOUT_MS + ALL_STEPS * 1000
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
  SETUP_TIMEOUT_MS + lives.length * SETUP_TIMEOUT_MS
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

function withStory(
  error: unknown,
  { seed, steps, often }: Life,
  story: Story
): Error {
  const reason = error instanceof Error ? error : new Error(String(error))
  const again = [
    `SIM_SEED=${seed} SIM_STEPS=${steps}`,
    ...(often.length > 0 ? [`SIM_OFTEN='${often.join(",")}'`] : []),
  ].join(" ")
  reason.message = [
    `seed ${seed} failed; again with ${again} npm test -- lifecycle`,
    ...story,
    "",
    reason.message,
  ].join("\n")
  return reason
}
