import { eventually, ok } from "../../harness"
import {
  actOnBatch,
  itemsOf,
  readBatch,
  type BatchItemAnswer,
} from "../../support/payout-batches"
import { Fraction } from "../../support/fraction"
import { refusalOf } from "../model/payout-refusal"
import { Affiliate, PayoutAccount, Program } from "../model/terms"
import { Batch, World } from "../world/world"
import { Action, expectRefused } from "./action"
import { wasSent } from "./services"

const CURRENCIES = ["usd", "eur", "jpy", "kwd"]
/** A run waits for every payout of a batch, on a busy machine. */
const RUN_TIMEOUT_MS = 60_000

const providerOf = (account: PayoutAccount): string =>
  account === "bank" ? "manual" : "sandbox"

/** Why nothing is paid out to somebody by a batch, or `null`. */
const notDue = (
  { model }: World,
  affiliate: Affiliate,
  wish: { currency: string; provider: string | null; amount: Fraction | null }
): string | null =>
  refusalOf(model.ledger, { affiliate, ...wish }, true) ??
  (wish.provider !== null && wish.provider !== providerOf(affiliate.account!)
    ? "it goes another way"
    : null)

/** Whoever is due now, with all that is available. */
const make: Action = {
  name: "make a payout batch",
  weight: 14,
  asks: "plugin",
  plan: (world) => {
    const { random, model, programs, partners, store } = world
    const provider = random.chance(0.2)
      ? random.pick(["manual", "sandbox"])
      : null
    const dueOf = (program: Program, currency: string) =>
      partners
        .map(({ affiliate }) => affiliate)
        .filter((affiliate) => affiliate.program === program)
        .filter(
          (affiliate) =>
            !notDue(world, affiliate, { currency, provider, amount: null })
        )
    const all = programs.flatMap((program) =>
      CURRENCIES.map((currency) => ({
        program,
        currency,
        due: dueOf(program, currency),
      }))
    )
    const worthIt = all.filter(({ due }) => due.length > 0)
    const { program, currency, due } = random.pick(
      worthIt.length > 0 ? worthIt : all
    )
    // That nobody is due is tried now and then.
    if (due.length === 0 && !random.chance(0.1)) return null
    return {
      words: `a batch of ${currency} for the program ${program.name}${provider ? ` by ${provider}` : ""}: ${due.map(({ name }) => name).join(", ")}`,
      run: async () => {
        const answer = await store.admin.post(
          "/admin/affiliate-payout-batches",
          {
            program_id: program.id,
            currency_code: currency,
            ...(provider && { provider }),
          }
        )
        if (due.length === 0) return expectRefused(answer, "nobody is due")
        const { id } = ok(answer).payout_batch
        const items = new Map(
          due.map((affiliate) => [
            affiliate,
            {
              amount: model.ledger.balance(affiliate, currency, "available"),
              provider: providerOf(affiliate.account!),
            },
          ])
        )
        const batch: Batch = { id, currency, items }
        expect(await amountsOf(world, batch)).toEqual(
          Object.fromEntries(
            [...items].map(([{ id }, { amount }]) => [id, amount.toNumber()])
          )
        )
        world.batches.push(batch)
      },
    }
  },
}

const amountsOf = async (
  { store }: World,
  { id }: Batch
): Promise<Record<string, number>> =>
  Object.fromEntries(
    Object.entries(await itemsOf(store, id)).map(([affiliate, { amount }]) => [
      affiliate,
      amount,
    ])
  )

/** By the rules of now, no more than was approved, and by no other way. */
const run: Action = {
  name: "run a payout batch",
  weight: 50,
  asks: "plugin",
  plan: (world) => {
    const { batches, store } = world
    if (batches.length === 0) return null
    const batch = world.random.pick(batches)
    return {
      words: `the batch of ${batch.currency} for ${[...batch.items.keys()].map(({ name }) => name).join(", ")} is run`,
      run: async () => {
        ok(await actOnBatch(store, batch.id, "approve"))
        await eventually(
          async () =>
            expect((await readBatch(store, batch.id)).status).toBe("finished"),
          { timeoutMs: RUN_TIMEOUT_MS }
        )
        const items = await itemsOf(store, batch.id)
        const became = new Map(
          [...batch.items].map(([affiliate, due]) => [
            affiliate.id,
            payOut(world, batch, affiliate, due, items[affiliate.id]!),
          ])
        )
        expect(
          Object.fromEntries(
            Object.entries(items).map(([id, { status }]) => [id, status])
          )
        ).toEqual(Object.fromEntries(became))
        world.batches = batches.filter((one) => one !== batch)
      },
    }
  },
}

/** @returns what becomes of somebody's place in a batch */
function payOut(
  world: World,
  { currency }: Batch,
  affiliate: Affiliate,
  due: { amount: Fraction; provider: string },
  { payout }: BatchItemAnswer
): string {
  const { ledger } = world.model
  const amount = due.amount.min(
    ledger.balance(affiliate, currency, "available")
  )
  const { provider } = due
  if (notDue(world, affiliate, { currency, provider, amount })) return "refused"
  const made = ledger.requestPayout(
    payout?.id ?? "none",
    affiliate,
    currency,
    amount
  )
  wasSent(world, made)
  return made.status === "failed" ? "failed" : "sent"
}

const drop: Action = {
  name: "cancel a payout batch",
  weight: 1,
  asks: "plugin",
  plan: (world) => {
    const { batches, store, random } = world
    if (batches.length === 0) return null
    const batch = random.pick(batches)
    return {
      words: `the batch of ${batch.currency} for ${batch.items.size} is canceled`,
      run: async () => {
        ok(await actOnBatch(store, batch.id, "cancel"))
        world.batches = batches.filter((one) => one !== batch)
      },
    }
  },
}

/** Everybody who is due, paid out together. */
export const batches: Action[] = [make, run, drop]
