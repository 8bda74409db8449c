import { createServer, type Server } from "node:http"
import type Stripe from "stripe"
import * as accounts from "./accounts"
import { Faults } from "./faults"
import { handle, type Request } from "./handle"
import { Idempotency } from "./idempotency"
import { deliver, sign, type Endpoint, type Odd, type Signed } from "./webhooks"
import { add, World } from "./world"

export interface StripePeerOptions {
  /** The only key it takes. @default "sk_test_peer" */
  api_key?: string
  /** Signs its webhooks. @default "whsec_peer" */
  webhook_secret?: string
  /** @default a free one */
  port?: number
}

/** Requests in any one second beyond which it answers 429; Stripe's own limit in live mode. */
const REQUESTS_PER_SECOND = 100

/** How many requests are remembered for tests to look at. */
const REMEMBERED_MAX = 10_000

/**
 * A Stripe of one platform, on this machine.
 *
 * @example
 * const stripe = await startStripePeer()
 * stripe.fund("usd", 100_00)
 * // … STRIPE_API_BASE=stripe.url
 * await stripe.close()
 */
export class StripePeer {
  readonly world: World
  readonly faults = new Faults()
  readonly idempotency: Idempotency
  readonly requests: Request[] = []
  readonly webhook_secret: string
  readonly endpoints: Endpoint[] = []
  /** 429 beyond this many requests in a second. */
  requests_per_second = REQUESTS_PER_SECOND
  url = ""

  private readonly server: Server

  constructor({
    api_key = "sk_test_peer",
    webhook_secret = "whsec_peer",
  }: StripePeerOptions = {}) {
    this.world = new World(api_key, /^[a-z]+_live_/.test(api_key))
    this.idempotency = new Idempotency(this.world.now)
    this.webhook_secret = webhook_secret
    this.server = createServer((request, response) => {
      void handle(this, request, response)
    })
  }

  listen(port = 0): Promise<this> {
    return new Promise((resolve, reject) => {
      this.server.once("error", reject)
      this.server.listen(port, "127.0.0.1", () => {
        const address = this.server.address()
        if (address && typeof address === "object") {
          this.url = `http://127.0.0.1:${address.port}`
        }
        resolve(this)
      })
    })
  }

  /** Hangs up on everybody. */
  close(): Promise<void> {
    return new Promise((resolve) => {
      this.server.close(() => resolve())
      this.server.closeAllConnections()
    })
  }

  /** @internal */
  remember(request: Request): void {
    this.requests.push(request)
    if (this.requests.length > REMEMBERED_MAX) this.requests.shift()
  }

  /** Puts money into the platform's available balance, in smallest units. */
  fund(currency: string, amount: number): void {
    add(this.world.available, currency, amount)
  }

  /** The transfers of a group: what was paid, whoever asked. */
  transfersOf(group: string): Stripe.Transfer[] {
    return this.world.transfers.filter(
      ({ transfer_group }) => transfer_group === group
    )
  }

  /** Lets this clock run ahead; keys are forgotten after 86 400 s. */
  advance(seconds: number): void {
    this.world.advance(seconds)
  }

  complete(account: string): Stripe.Event {
    return accounts.completeAccount(this.world, account)
  }

  requireMore(
    account: string,
    due: string[],
    reason?: Stripe.Account.Requirements["disabled_reason"]
  ): Stripe.Event {
    return accounts.requireMore(this.world, account, due, reason)
  }

  verifying(account: string): Stripe.Event {
    return accounts.verifying(this.world, account)
  }

  reject(
    account: string,
    reason: Parameters<typeof accounts.rejectAccount>[2]
  ): Stripe.Event {
    return accounts.rejectAccount(this.world, account, reason)
  }

  deauthorize(account: string): Stripe.Event {
    return accounts.deauthorize(this.world, account)
  }

  /** What an account has spent or had paid out; a reversal of it is refused then. */
  drain(account: string): void {
    this.world.purseOf(account).clear()
  }

  lastEvent(type: Stripe.Event["type"]): Stripe.Event {
    const event = this.world.events.findLast((one) => one.type === type)
    if (!event) throw new Error(`there was no ${type}`)
    return event
  }

  /** An event as it would be posted, well or badly. */
  signed(event: Stripe.Event, odd?: Odd): Signed {
    return sign(event, this.webhook_secret, odd)
  }

  /** Posts an event to every endpoint. @returns the answers' statuses */
  async deliver(event: Stripe.Event, odd?: Odd): Promise<number[]> {
    const statuses: number[] = []
    for (const endpoint of this.endpoints) {
      statuses.push(await deliver(event, endpoint, odd))
    }
    return statuses
  }

  /** Sends webhooks there from now on; `deliver` sends them. */
  tell(url: string): void {
    this.endpoints.push({ url, secret: this.webhook_secret })
  }
}

/** Starts one. */
export const startStripePeer = (
  options: StripePeerOptions = {}
): Promise<StripePeer> => new StripePeer(options).listen(options.port)
