import { ok } from "../harness"
import { uniqueEmail } from "../harness/affiliates"
import { startHoldUp, type HoldUp } from "../peers/hold-up"
import { startPayPal } from "../peers/paypal"
import { startSandboxPeer } from "../peers/sandbox/server"
import { startStripePeer } from "../peers/stripe"
import type { TestAffiliate } from "./affiliates"
import { storeCredit } from "./crash-store-credit"

/** An account of a payment service, and what becomes of money sent to it. */
export type CrashAccount = {
  name: string
  /** Whether an answer to the first request ever arrives. */
  answers: boolean
  ends: "paid" | "failed"
}

/** A payment service that outlives the store which is killed while asking it. */
export type CrashPeer = Pick<HoldUp, "hold" | "held" | "letGo"> & {
  /** What the store needs in its environment to ask this one. */
  env: Record<string, string>
  /** Puts an account on file for an affiliate. */
  prepare: (affiliate: TestAffiliate, account: string) => Promise<void>
  /** What happens to the account after the payout was requested. */
  spoil?: (affiliate: TestAffiliate, account: string) => void
  /** Has payments that are under way arrive. */
  settle: () => void
  /** How often the money of a payout has really left, whatever the key. */
  sent: (payout_id: string) => number | Promise<number>
  /** Every key that a payout was sent under. */
  keys: (payout_id: string) => string[]
  stop: () => Promise<void>
}

/** A payout provider of the store with the service behind it: a row of the matrix. */
export type CrashRail = {
  /** The provider's id in the store. */
  provider: string
  accounts: CrashAccount[]
  /** @param databaseUrl of the store, once that is there */
  start: (databaseUrl: () => string) => Promise<CrashPeer>
}

const save = async (
  { api }: TestAffiliate,
  provider: string,
  details: Record<string, string>
): Promise<void> => {
  ok(await api.post("/affiliate/payout-method", { provider, details }))
}

const sandbox: CrashRail = {
  provider: "sandbox",
  accounts: [
    { name: "good", ends: "paid", answers: true },
    { name: "slow", ends: "paid", answers: true },
    { name: "closed", ends: "failed", answers: true },
    { name: "answer_lost", ends: "paid", answers: false },
    { name: "request_lost", ends: "paid", answers: false },
  ],
  start: async () => {
    const peer = await startSandboxPeer()
    const { payments, requests } = peer.sandbox
    return {
      env: { PAYOUT_SANDBOX: "true", PAYOUT_SANDBOX_API_BASE: peer.address },
      hold: peer.hold,
      held: peer.held,
      letGo: peer.letGo,
      prepare: (affiliate, account) => save(affiliate, "sandbox", { account }),
      settle: () => {
        for (const payment of payments.values())
          if (payment.result.status === "processing")
            payment.result = { status: "paid" }
      },
      sent: (payout_id) =>
        [...payments.values()].filter(
          (payment) =>
            payment.payout_id === payout_id &&
            payment.result.status !== "failed"
        ).length,
      keys: (payout_id) =>
        requests
          .filter((request) => request.payout_id === payout_id)
          .map(({ idempotency_key }) => idempotency_key),
      stop: peer.stop,
    }
  },
}

const stripe: CrashRail = {
  provider: "stripe-connect",
  accounts: [
    { name: "ready", ends: "paid", answers: true },
    { name: "rejected", ends: "failed", answers: true },
  ],
  start: async () => {
    const peer = await startStripePeer()
    peer.fund("usd", 1_000_00)
    const before = await startHoldUp(peer.url, "POST /v1/transfers")
    const accountOf = ({ id }: TestAffiliate): string => {
      const account = [...peer.world.accounts.values()].find(
        ({ metadata }) => metadata?.affiliate_id === id
      )
      if (!account) throw new Error(`Stripe has no account of ${id}`)
      return account.id
    }
    return {
      ...before,
      env: {
        STRIPE_API_KEY: "sk_test_peer",
        STRIPE_WEBHOOK_SECRET: peer.webhook_secret,
        STRIPE_API_BASE: before.address,
      },
      prepare: async (affiliate) => {
        const { api } = affiliate
        ok(
          await api.post("/affiliate/payout-method/onboarding", {
            provider: "stripe-connect",
          })
        )
        peer.complete(accountOf(affiliate))
        ok(await api.post("/affiliate/payout-method/refresh"))
      },
      spoil: (affiliate, account) => {
        if (account === "rejected")
          peer.reject(accountOf(affiliate), "rejected.fraud")
      },
      settle: () => undefined,
      sent: (payout_id) =>
        peer.world.transfers.filter(
          ({ metadata, amount, amount_reversed }) =>
            metadata.payout_id === payout_id && amount_reversed < amount
        ).length,
      keys: (payout_id) =>
        peer.requests
          .filter(
            ({ route, form }) =>
              route === "POST /v1/transfers" &&
              (form.metadata as { payout_id?: string })?.payout_id === payout_id
          )
          .map(({ idempotency_key }) => String(idempotency_key)),
      stop: async () => {
        await before.stop()
        await peer.close()
      },
    }
  },
}

const paypal: CrashRail = {
  provider: "paypal",
  accounts: [
    { name: "registered", ends: "paid", answers: true },
    { name: "invalid", ends: "failed", answers: true },
  ],
  start: async () => {
    const peer = await startPayPal()
    const before = await startHoldUp(peer.address, "POST /v1/payments/payouts")
    const { payouts } = peer
    const batchesOf = (payout_id: string) =>
      payouts.batches.filter(({ items }) =>
        items.some(({ wanted }) => wanted.sender_item_id === payout_id)
      )
    const keysOf = (payout_id: string): string[] =>
      batchesOf(payout_id).map(({ header }) => String(header.sender_batch_id))
    return {
      ...before,
      env: { ...peer.env(), PAYPAL_API_BASE: before.address },
      prepare: async (affiliate, account) => {
        const email = uniqueEmail()
        payouts.receivers.set(
          email,
          account === "invalid" ? "invalid" : "registered"
        )
        await save(affiliate, "paypal", { email })
      },
      settle: () => payouts.process(),
      sent: (payout_id) =>
        [...new Set(keysOf(payout_id))].reduce(
          (sum, key) => sum + payouts.outFor(key).length,
          0
        ),
      keys: keysOf,
      stop: async () => {
        await before.stop()
        await peer.stop()
      },
    }
  },
}

/** Every payment service that is killed at every step. */
export const CRASH_RAILS: CrashRail[] = [sandbox, stripe, paypal, storeCredit]
