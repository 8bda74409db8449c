import { startSandboxPeer, type HoldPoint } from "../peers/sandbox/server"

/** An account of a payment service, and what becomes of money sent to it. */
export type CrashAccount = {
  name: string
  /** What the affiliate saves as the payout method. */
  details: Record<string, string>
  /** Whether an answer to the first request ever arrives. */
  answers: boolean
  ends: "paid" | "failed"
}

/** A payment service that outlives the store which is killed while asking it. */
export type CrashPeer = {
  /** What the store needs in its environment to ask this one. */
  env: Record<string, string>
  /** Holds up requests to pay from now on: before anything is done about them, or before their answer. */
  hold: (point: HoldPoint) => void
  /** How many are held up. */
  held: () => number
  /** Lets them go on. One whose sender is gone goes on by itself, and is never done if nothing was yet. */
  letGo: () => void
  /** Has payments that are under way arrive. */
  settle: () => void
  /** How often the money of a payout has really left, whatever the key. */
  sent: (payout_id: string) => number
  /** Every key that a payout was sent under. */
  keys: (payout_id: string) => string[]
  stop: () => Promise<void>
}

/** A payout provider of the store with the service behind it: a row of the matrix. */
export type CrashRail = {
  /** The provider's id in the store. */
  provider: string
  accounts: CrashAccount[]
  start: () => Promise<CrashPeer>
}

const sandboxAccount = (
  account: string,
  ends: CrashAccount["ends"],
  answers = true
): CrashAccount => ({ name: account, details: { account }, answers, ends })

/** Every payment service that is killed at every step. */
export const CRASH_RAILS: CrashRail[] = [
  {
    provider: "sandbox",
    accounts: [
      sandboxAccount("good", "paid"),
      sandboxAccount("slow", "paid"),
      sandboxAccount("closed", "failed"),
      sandboxAccount("answer_lost", "paid", false),
      sandboxAccount("request_lost", "paid", false),
    ],
    start: async () => {
      const peer = await startSandboxPeer()
      const { payments, requests } = peer.sandbox
      return {
        env: { PAYOUT_SANDBOX: "true", PAYOUT_SANDBOX_API_BASE: peer.address },
        hold: peer.hold,
        held: peer.held,
        letGo: peer.letGo,
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
  },
]
