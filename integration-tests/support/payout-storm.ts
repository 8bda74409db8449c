import type { SandboxPayment } from "../../dev/payout-sandbox/sandbox"
import type { PayoutNotice } from "../../src/providers/types"
import affiliateLookUpPayouts from "../../src/jobs/affiliate-look-up-payouts"
import affiliateRunPayoutSchedules from "../../src/jobs/affiliate-run-payout-schedules"
import { eventually, ok, type Store } from "../harness"
import { addProgram } from "../harness/affiliates"
import {
  giveMoney,
  makeAffiliate,
  moneyOf,
  type TestAffiliate,
} from "./affiliates"
import { actOnBatch } from "./payout-batches"
import { deliver, ofPayment, sandboxOf } from "./sandbox"
import { w9 } from "./tax-forms"

/** Hands at once; each does one thing after the other. */
const HANDS = 6
const AFFILIATES = 3

export type Storm = {
  /** How often each thing was done, and of these how often it was refused. */
  done: Record<string, { times: number; refused: number }>
  /** Answers that are nobody's mistake but the store's. */
  faults: unknown[]
  affiliates: TestAffiliate[]
  back: Truth
}

/** By key, how much of a payment came back at the service, whoever has heard of it. */
type Truth = Map<string, number>

const pick = <One>(list: One[]): One | undefined =>
  list[Math.floor(Math.random() * list.length)]

const cents = (most: number) => Math.ceil(Math.random() * most * 100) / 100

/**
 * Requests, clawbacks, batches that are run, taken over and canceled, sending, calling back, look-ups, notices in no
 * order, money that comes back and is sent again, all on the same few balances, for a while.
 */
export async function raiseStorm(store: Store, ms: number): Promise<Storm> {
  const program_id = await addProgram(store)
  const affiliates: TestAffiliate[] = []
  for (let i = 0; i < AFFILIATES; i++) {
    const affiliate = await makeAffiliate(store, { program_id })
    // Without one, payouts soon wait for it, and the storm is over.
    ok(await affiliate.api.post("/affiliate/tax-form", w9()))
    await affiliate.api.post("/affiliate/payout-method", {
      provider: "sandbox",
      details: { account: "slow" },
    })
    for (let n = 0; n < 5; n++) await giveMoney(store, affiliate.id, 40)
    affiliates.push(affiliate)
  }
  const back: Truth = new Map()
  const storm: Storm = { done: {}, faults: [], affiliates, back }
  const batches: string[] = []
  const { payments } = sandboxOf(store)
  const until = Date.now() + ms

  const act = (id: string, action: string, body: object = {}) =>
    store.admin.post(`/admin/affiliate-payouts/${id}/${action}`, body)
  const oneIn = async (status: string): Promise<string | undefined> => {
    const rows = await store.database.sql<{ id: string }>(
      "SELECT id FROM affiliate_payout WHERE status = $1 AND affiliate_id = ANY($2)",
      [status, affiliates.map(({ id }) => id)]
    )
    return pick(rows)?.id
  }
  const onOne = async (status: string, action: string, body?: object) => {
    const id = await oneIn(status)
    return id ? act(id, action, body) : undefined
  }
  const ours = (payment: SandboxPayment) =>
    affiliates.some(({ id }) => id === payment.affiliate_id)

  const things: Record<string, () => Promise<{ status: number } | undefined>> =
    {
      request: () =>
        pick(affiliates)!.api.post("/affiliate/payouts", {
          currency_code: "usd",
          amount: cents(60),
        }),
      earn: async () => {
        await giveMoney(store, pick(affiliates)!.id, cents(30))
        return { status: 200 }
      },
      "claw back": async () => {
        await giveMoney(store, pick(affiliates)!.id, -cents(20))
        return { status: 200 }
      },
      process: () => onOne("pending", "process"),
      cancel: () => onOne("pending", "cancel"),
      retry: () => onOne("failed", "retry"),
      "pay out together": async () => {
        const answer = await store.admin.post(
          "/admin/affiliate-payout-batches",
          { program_id, currency_code: "usd" }
        )
        if (answer.status >= 400) return answer
        const { id } = ok(answer).payout_batch
        batches.push(id)
        return actOnBatch(store, id, "approve")
      },
      // Whoever works on it is still there: nothing may be sent twice by that.
      "take a batch over": async () => {
        const id = pick(batches.slice(-AFFILIATES))
        return id ? actOnBatch(store, id, "resume") : undefined
      },
      "cancel a batch": async () => {
        const id = pick(batches.slice(-AFFILIATES))
        return id ? actOnBatch(store, id, "cancel") : undefined
      },
      "call back": () => onOne("processing", "reverse", { reason: "Oops" }),
      "look up": () => onOne("processing", "look-up"),
      "look up what is due": async () => {
        await store.database.sql(
          "UPDATE affiliate_payout SET look_up_after = now() WHERE status = 'processing'"
        )
        await affiliateLookUpPayouts(store.container)
        return { status: 200 }
      },
      arrive: async () => {
        const payment = pick(
          [...payments.values()].filter(
            (one) => ours(one) && one.result.status === "processing"
          )
        )
        if (!payment) return undefined
        payment.result =
          Math.random() < 0.8
            ? { status: "paid" }
            : { status: "failed", reason: "The bank refused it" }
        return { status: 200 }
      },
      "come back": async () => {
        const payment = pick(
          [...payments.values()].filter(
            (one) => ours(one) && one.result.status === "paid"
          )
        )
        if (!payment) return undefined
        const { amount, idempotency_key } = payment
        const more = Math.random() < 0.5 ? Number(amount) : cents(10)
        const sofar = (back.get(idempotency_key) ?? 0) + more
        back.set(
          idempotency_key,
          Math.min(Number(sofar.toFixed(2)), Number(amount))
        )
        return { status: 200 }
      },
      "say something": async () => {
        const payment = pick([...payments.values()].filter(ours))
        return payment ? deliver(store, anyTruth(payment, back)) : undefined
      },
    }

  const hand = async () => {
    while (Date.now() < until) {
      const name = pick(Object.keys(things))!
      const answer = await things[name]()
      if (!answer) continue
      const count = (storm.done[name] ??= { times: 0, refused: 0 })
      count.times++
      if (answer.status >= 500) storm.faults.push({ name, answer })
      else if (answer.status >= 400) count.refused++
    }
  }
  await Promise.all(Array.from({ length: HANDS }, hand))

  // Batches come to their end, and whatever is still open is told and asked about.
  await affiliateRunPayoutSchedules(store.container)
  await eventually(async () => {
    const unsettled = await store.database.sql(
      `SELECT b.status AS batch, i.* FROM affiliate_payout_batch b
         JOIN affiliate_payout_batch_item i ON i.batch_id = b.id
        WHERE b.id = ANY($1) AND i.status IN ('due', 'requested')`,
      [batches]
    )
    expect(unsettled).toEqual([])
  })
  for (const payment of payments.values())
    if (ours(payment) && payment.result.status === "processing")
      payment.result = { status: "paid" }
  for (const payment of [...payments.values()].filter(ours))
    await deliver(store, allTruth(payment, back))
  await things["look up what is due"]()
  return storm
}

/** All of what has come of a payment. */
const allTruth = (
  { idempotency_key, result, amount }: SandboxPayment,
  back: Truth
): PayoutNotice => {
  const returned = back.get(idempotency_key) ?? 0
  return ofPayment(
    idempotency_key,
    returned > 0
      ? {
          status: "returned",
          reason: "It came back",
          ...(returned < Number(amount) ? { amount: String(returned) } : {}),
        }
      : result
  )
}

/** Something that is true of a payment, or was. */
const anyTruth = (payment: SandboxPayment, back: Truth): PayoutNotice => {
  const { idempotency_key, result } = payment
  if (Math.random() < 0.5) return allTruth(payment, back)
  return ofPayment(
    idempotency_key,
    Math.random() < 0.3 ? { status: "processing" } : result
  )
}

/** By affiliate, what the books have as paid, beside what left through the service and did not come back. */
export async function paidAndSent(
  store: Store,
  { affiliates, back }: Storm
): Promise<{ paid: number; sent: number }[]> {
  const payments = [...sandboxOf(store).payments.values()]
  return Promise.all(
    affiliates.map(async ({ id }) => {
      const sent = payments
        .filter(
          ({ affiliate_id, result }) =>
            affiliate_id === id && result.status === "paid"
        )
        .reduce(
          (sum, { amount, idempotency_key }) =>
            sum + Number(amount) - (back.get(idempotency_key) ?? 0),
          0
        )
      const { paid } = await moneyOf(store, id)
      return { paid, sent: Number(sent.toFixed(2)) }
    })
  )
}
