import type { SandboxPayment } from "../../../dev/payout-sandbox/sandbox"
import affiliateLookUpPayouts from "../../../src/jobs/affiliate-look-up-payouts"
import type { PayoutNotice } from "../../../src/providers/types"
import { eventually, ok, type Currency } from "../../harness"
import { Fraction, NONE } from "../../support/fraction"
import { deliver, ofPayment, sandboxOf } from "../../support/sandbox"
import { isByService, Payout, returnedOf, worthOf } from "../model/payout"
import { MONEY, World } from "../world/world"
import { Action } from "./action"

/** The payment of an attempt at the service; `undefined` = it has none. */
export const paymentOf = (
  { store }: World,
  { id, attempt }: Payout
): SandboxPayment | undefined =>
  sandboxOf(store).payments.get(`${id}-${attempt}`)

export const arrives = (payment: SandboxPayment | undefined): void => {
  if (payment) payment.result = { status: "paid" }
}

/** What is known of a payout once it was handed to whoever sends it. */
export function wasSent({ model }: World, payout: Payout): void {
  payout.status = "processing"
  if (payout.account === "good") model.ledger.payPayout(payout)
  if (payout.account === "closed") model.ledger.failPayout(payout)
}

/** What becomes of a payout whose service is asked about it. */
function wasAskedAbout(world: World, payout: Payout): void {
  const { ledger } = world.model
  // One that the service never heard of is sent again, and arrives.
  const status = paymentOf(world, payout)?.result.status ?? "paid"
  if (status === "paid") ledger.payPayout(payout)
  if (status === "failed") ledger.failPayout(payout)
}

const digitsOf = ({ currency }: Payout): number =>
  MONEY[currency as Currency].digits

const byService = (world: World, ...statuses: Payout["status"][]): Payout[] =>
  world.model.ledger.payouts.filter(
    (payout) => isByService(payout) && statuses.includes(payout.status)
  )

const inWords = (payout: Payout): string =>
  `the payout of ${worthOf(payout)} ${payout.currency} to ${payout.affiliate.name}`

/** Tells the store, which deals with it after it has answered; sometimes twice, as services do. */
async function tell(world: World, said: PayoutNotice[]): Promise<void> {
  const { store, random } = world
  const letters = random.chance(0.3) ? [...said, ...said] : said
  for (const letter of letters) {
    expect((await deliver(store, letter)).status).toBe(200)
    await eventually(async () => {
      const [row] = await store.database.sql<{ state: string }>(
        "SELECT state FROM affiliate_payout_notice WHERE event_id = $1",
        [letter.event_id]
      )
      expect(row?.state).not.toBe("received")
    })
  }
}

/** What a service could say of a payment, truly. */
const truthOf = ({
  idempotency_key,
  result,
}: SandboxPayment): PayoutNotice[] => [ofPayment(idempotency_key, result)]

/** The service makes up its mind; the store hears of it or asks. */
const decide: Action = {
  name: "a service decides on a payment",
  weight: 16,
  asks: "plugin",
  plan: (world) => {
    const { random, store } = world
    const waiting = byService(world, "processing").filter(
      (payout) => paymentOf(world, payout)?.result.status === "processing"
    )
    if (waiting.length === 0) return null
    const payout = random.pick(waiting)
    const arrived = random.chance(0.7)
    const told = random.pick(["told", "asked", "the job asks"] as const)
    return {
      words: `${inWords(payout)} ${arrived ? "arrives" : "does not arrive"} (${told})`,
      run: async () => {
        const payment = paymentOf(world, payout)!
        payment.result = arrived
          ? { status: "paid" }
          : { status: "failed", reason: "The bank refused it" }
        if (told === "told") {
          await tell(world, truthOf(payment))
          wasAskedAbout(world, payout)
        } else if (told === "asked") {
          ok(
            await store.admin.post(
              `/admin/affiliate-payouts/${payout.id}/look-up`
            )
          )
          wasAskedAbout(world, payout)
        } else await askAboutAll(world)
      },
    }
  },
}

async function askAboutAll(world: World): Promise<void> {
  const { store } = world
  const open = byService(world, "processing")
  const settled = new Map(
    open.map((payout) => [payout, paymentOf(world, payout)?.result.status])
  )
  await store.database.sql(
    "UPDATE affiliate_payout SET look_up_after = now() WHERE id = ANY($1)",
    [open.map(({ id }) => id)]
  )
  await affiliateLookUpPayouts(store.container)
  for (const [payout, status] of settled) {
    if (status === "processing") continue
    wasAskedAbout(world, payout)
  }
}

/** The one that sent money whose answer was lost, or that never heard of it. */
const lookUp: Action = {
  name: "look up a payout",
  weight: 6,
  asks: "plugin",
  plan: (world) => {
    const open = byService(world, "processing")
    if (open.length === 0) return null
    const payout = world.random.pick(open)
    return {
      words: `the merchant asks what became of ${inWords(payout)}`,
      run: async () => {
        const before = paymentOf(world, payout)?.result.status
        ok(
          await world.store.admin.post(
            `/admin/affiliate-payouts/${payout.id}/look-up`
          )
        )
        if (before !== "processing") wasAskedAbout(world, payout)
      },
    }
  },
}

/** Something that is known, or about an attempt that is over. */
const sayAgain: Action = {
  name: "a service says what is known",
  weight: 3,
  asks: "plugin",
  plan: (world) => {
    const { payments } = sandboxOf(world.store)
    const known = world.model.ledger.payouts.flatMap((payout) =>
      Array.from({ length: payout.attempt }, (_, index) =>
        payments.get(`${payout.id}-${index + 1}`)
      ).flatMap((payment) =>
        payment &&
        (payout.status !== "processing" ||
          payment.result.status === "processing")
          ? [{ payout, payment }]
          : []
      )
    )
    if (known.length === 0) return null
    const { payout, payment } = world.random.pick(known)
    return {
      words: `the service says of ${inWords(payout)}: ${payment.result.status}`,
      run: () => tell(world, truthOf(payment)),
    }
  },
}

/** All of it, or a part; of one that the store has not heard of as paid too. */
const comeBack: Action = {
  name: "money comes back",
  weight: 10,
  asks: "plugin",
  plan: (world) => {
    const { random, model } = world
    const away = [
      ...byService(world, "paid"),
      ...byService(world, "processing").filter((payout) =>
        paymentOf(world, payout)
      ),
    ]
    if (away.length === 0) return null
    const payout = random.pick(away)
    const before = returnedOf(payout)
    const out = worthOf(payout).minus(before)
    const part = out
      .times(Fraction.of(random.between(1, 99)).dividedBy(Fraction.of(100)))
      .floored(digitsOf(payout))
    const total = random.chance(0.4) || part.isZero() ? null : before.plus(part)
    return {
      words: `${total ? `${total} in all` : "all"} of ${inWords(payout)} comes back`,
      run: async () => {
        const payment = paymentOf(world, payout)
        arrives(payment)
        const returned = (amount: Fraction | null) =>
          ofPayment(`${payout.id}-${payout.attempt}`, {
            status: "returned",
            reason: "Nobody claimed it",
            ...(amount ? { amount: amount.toDecimal() } : {}),
          })
        const old =
          before.compare(NONE) > 0 && random.chance(0.5)
            ? [returned(before)]
            : []
        await tell(world, [returned(total), ...old])
        if (payout.status === "processing") model.ledger.payPayout(payout)
        model.ledger.bringBack(
          payout,
          total ?? worthOf(payout),
          digitsOf(payout)
        )
      },
    }
  },
}

const takeBack: Action = {
  name: "the merchant takes a payout back",
  weight: 4,
  asks: "plugin",
  plan: (world) => {
    const paid = byService(world, "paid").filter(
      (payout) => paymentOf(world, payout)?.result.status === "paid"
    )
    if (paid.length === 0) return null
    const payout = world.random.pick(paid)
    return {
      words: `the merchant has ${inWords(payout)} taken back`,
      run: async () => {
        ok(
          await world.store.admin.post(
            `/admin/affiliate-payouts/${payout.id}/reverse`,
            { reason: "the simulation says so" }
          )
        )
        world.model.ledger.bringBack(payout, worthOf(payout), digitsOf(payout))
      },
    }
  },
}

/** What payment services do with money, and say of it. */
export const services: Action[] = [decide, lookUp, sayAgain, comeBack, takeBack]
