import { randomBytes } from "node:crypto"
import type Stripe from "stripe"
import { noAccess } from "./api-error"

const ALPHABET =
  "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"

/** An id in Stripe's manner. */
export const newId = (prefix: string): string =>
  `${prefix}_1${[...randomBytes(23)].map((byte) => ALPHABET[byte % ALPHABET.length]).join("")}`

/** Money by currency, in smallest units. */
export type Purse = Map<string, number>

/** An onboarding link that was given out. */
export interface GivenLink {
  account: string
  token: string
  expires_at: number
  return_url: string
  refresh_url: string
  used: boolean
}

/** Everything that this Stripe knows: one platform, its accounts and its money. */
export class World {
  /** Moved on by tests: what Stripe forgets, it forgets by this clock. */
  private offset_ms = 0

  readonly accounts = new Map<string, Stripe.Account>()
  readonly links: GivenLink[] = []
  /** Oldest first. */
  readonly transfers: Stripe.Transfer[] = []
  readonly reversals: Stripe.TransferReversal[] = []
  readonly events: Stripe.Event[] = []
  readonly available: Purse = new Map()
  readonly pending: Purse = new Map()
  /** What the accounts hold. */
  readonly held = new Map<string, Purse>()

  constructor(
    readonly api_key: string,
    readonly livemode: boolean
  ) {}

  now = (): number => Date.now() + this.offset_ms

  seconds(): number {
    return Math.floor(this.now() / 1000)
  }

  advance(seconds: number): void {
    this.offset_ms += seconds * 1000
  }

  /** @throws account_invalid */
  account(id: string): Stripe.Account {
    const account = this.accounts.get(id)
    if (!account) throw noAccess(this.api_key, id)
    return account
  }

  purseOf(account: string): Purse {
    const purse = this.held.get(account) ?? new Map<string, number>()
    this.held.set(account, purse)
    return purse
  }

  /** Something happened that webhooks tell. */
  emit(
    type: Stripe.Event["type"],
    object: object,
    {
      account,
      previous_attributes,
      idempotency_key = null,
    }: {
      account?: string
      previous_attributes?: object
      idempotency_key?: string | null
    } = {}
  ): Stripe.Event {
    const event = {
      id: newId("evt"),
      object: "event",
      ...(account && { account }),
      api_version: "2026-10-28.endive",
      created: this.seconds(),
      // As it was at that moment, whatever comes of it later.
      data: structuredClone({
        object,
        ...(previous_attributes && { previous_attributes }),
      }),
      livemode: this.livemode,
      pending_webhooks: 1,
      request: { id: null, idempotency_key },
      type,
    } satisfies Omit<Stripe.EventBase, "type"> & { type: string }
    this.events.push(event as unknown as Stripe.Event)
    return event as unknown as Stripe.Event
  }
}

export const add = (purse: Purse, currency: string, amount: number): void => {
  purse.set(currency, (purse.get(currency) ?? 0) + amount)
}
