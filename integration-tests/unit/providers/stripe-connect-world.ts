import { startStripePeer, type StripePeer } from "../../peers/stripe"
import { StripeConnectPayoutProvider } from "../../../src/providers/stripe-connect/service"
import type { StartedPayment } from "../../../src/providers"

/** A Stripe of the file's own and the provider that is pointed at it. */
export interface StripeWorld {
  peer: StripePeer
  provider: StripeConnectPayoutProvider
  /** The provider with other options. */
  providerWith: (
    options: Record<string, unknown>
  ) => StripeConnectPayoutProvider
  /** An account that money can be sent to. */
  account: () => Promise<string>
  /** A payment to a good account, with a key of its own. */
  payment: (changes?: Partial<StartedPayment>) => Promise<StartedPayment>
}

/** Short, so that a test of a lost answer is over soon. */
const TIMEOUT_MS = 400

export const WEBHOOK_SECRET = "whsec_peer"

export const RETURN_URL = "https://shop.example.com/portal/payout-method"

/** Starts a Stripe before each test, with 1 000 USD, 100 000 JPY and 1 000 KWD in it. */
export function useStripe(): StripeWorld {
  const world: { peer?: StripePeer; provider?: StripeConnectPayoutProvider } =
    {}
  let payments = 0

  const peer = () => {
    if (!world.peer) throw new Error("there is a Stripe only while a test runs")
    return world.peer
  }
  const providerWith = (options: Record<string, unknown>) =>
    new StripeConnectPayoutProvider(
      {},
      {
        api_key: "sk_test_peer",
        api_base: peer().url,
        webhook_secret: WEBHOOK_SECRET,
        timeout_ms: TIMEOUT_MS,
        ...options,
      }
    )

  beforeEach(async () => {
    world.peer = await startStripePeer()
    world.peer.fund("usd", 100_000)
    world.peer.fund("jpy", 100_000)
    world.peer.fund("kwd", 1_000_000)
    world.provider = providerWith({})
  })
  afterEach(() => world.peer?.close())

  const account = async () => {
    const affiliate = `aff_${++payments}`
    const { account: made } = await providerWith({}).startOnboarding({
      id: affiliate,
      email: `${affiliate}@example.com`,
      details: null,
      return_url: RETURN_URL,
    })
    peer().complete(made.details.account_id)
    return made.details.account_id
  }

  return {
    get peer() {
      return peer()
    },
    get provider() {
      if (!world.provider) throw new Error("only while a test runs")
      return world.provider
    },
    providerWith,
    account,
    payment: async (changes = {}) => ({
      idempotency_key: `affpo_${++payments}-1`,
      payout_id: `affpo_${payments}`,
      affiliate_id: "aff_1",
      amount: "39.60",
      currency_code: "usd",
      destination: changes.destination ?? { account_id: await account() },
      reference: null,
      started_at: new Date(),
      ...changes,
    }),
  }
}

/** What a call that fails says. */
export const messageOf = async (call: Promise<unknown>): Promise<string> => {
  try {
    await call
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
  throw new Error("it did not fail")
}
