import {
  createSign,
  createVerify,
  generateKeyPairSync,
  randomUUID,
} from "node:crypto"
import { crc32 } from "node:zlib"

import { Clock } from "./clock"
import { type Answer, invalid, notFound } from "./errors"
import { newId } from "./ids"
import { rawMember } from "./raw-json"
import type { Batch, Item, ItemStatus } from "./state"
import { headerView, itemView } from "./views"

export type PayPalEvent = {
  id: string
  event_type: string
  resource: Record<string, unknown>
  [name: string]: unknown
}

/** How an event is sent, and how it is not what it should be. */
export type Sending = {
  /** When PayPal says that it sent it. Default: now. */
  transmitted_at?: number
  /** Signed by somebody else. */
  forged?: boolean
  /** What the body becomes after it was signed. */
  tampered?: (body: string) => string
  /** Signed for the webhook of another app. */
  webhook_id?: string
  cert_url?: string
}

export type SignedEvent = {
  headers: Record<string, string>
  body: Buffer
}

const ITEM_EVENTS: Record<ItemStatus, string | null> = {
  PENDING: null,
  SUCCESS: "SUCCEEDED",
  FAILED: "FAILED",
  UNCLAIMED: "UNCLAIMED",
  RETURNED: "RETURNED",
  ONHOLD: "HELD",
  BLOCKED: "BLOCKED",
  REFUNDED: "REFUNDED",
  REVERSED: "REVERSED",
}

/** Making keys is slow, and one pair for every peer of a process does. */
const once = <Made>(make: () => Made): (() => Made) => {
  let made: Made | undefined
  return () => (made ??= make())
}

const newKeys = () => generateKeyPairSync("rsa", { modulusLength: 2048 })
const ownKeys = once(newKeys)
const otherKeys = once(newKeys)

/** The store's webhook as PayPal knows it: events, signatures, deliveries. */
export class Webhooks {
  /** Everything that happened, oldest first. */
  readonly events: PayPalEvent[] = []
  /** What the webhook is set up for. */
  event_types = ["*"]
  url = "https://shop.example/hooks/affiliate/payouts/paypal"
  /** Events of some years ago did not say which request an item was of. */
  says_sender_batch_id = true
  private readonly keys = ownKeys()

  constructor(
    private readonly clock: Clock,
    readonly webhook_id: string
  ) {}

  ofItem(batch: Batch, item: Item, name?: string): void {
    const kind = name ?? ITEM_EVENTS[item.status]
    if (!kind) return
    const resource: Record<string, unknown> = itemView(batch, item, this.clock)
    if (!this.says_sender_batch_id) delete resource.sender_batch_id
    this.add(`PAYMENT.PAYOUTS-ITEM.${kind}`, "payouts_item", resource)
  }

  ofBatch(batch: Batch, status: string): void {
    this.add(`PAYMENT.PAYOUTSBATCH.${status}`, "payouts", {
      batch_header: {
        ...headerView(batch, this.clock),
        payments: batch.items.length,
      },
      links: [],
    })
  }

  add(
    event_type: string,
    resource_type: string,
    resource: Record<string, unknown>
  ): PayPalEvent {
    const event: PayPalEvent = {
      id: `WH-${newId(17)}-${newId(17)}`,
      create_time: this.clock.text(),
      resource_type,
      event_type,
      summary: `${event_type} happened`,
      resource,
      links: [],
      event_version: "1.0",
    }
    this.events.push(event)
    return event
  }

  /** The events of a kind, such as `PAYOUTS-ITEM.SUCCEEDED`, oldest first. */
  of(kind: string): PayPalEvent[] {
    return this.events.filter(({ event_type }) => event_type.endsWith(kind))
  }

  /** An event as it comes to the store. */
  sign(event: PayPalEvent | string, sending: Sending = {}): SignedEvent {
    // Characters that other programs would write differently: only the very bytes have this signature.
    const text =
      typeof event === "string"
        ? event
        : JSON.stringify(event, null, 1).replace(
            "happened",
            "happen\\u0065d \\/"
          )
    const time = this.clockText(sending.transmitted_at)
    const id = randomUUID()
    const webhook_id = sending.webhook_id ?? this.webhook_id
    const signer = createSign("RSA-SHA256").update(
      signedText(id, time, webhook_id, Buffer.from(text))
    )
    const keys = sending.forged ? otherKeys() : this.keys
    return {
      headers: {
        "content-type": "application/json",
        "paypal-auth-algo": "SHA256withRSA",
        "paypal-cert-url":
          sending.cert_url ??
          "https://api.sandbox.paypal.com/v1/notifications/certs/CERT-360caa42-fca2a594-1d93a270",
        "paypal-transmission-id": id,
        "paypal-transmission-sig": signer.sign(keys.privateKey, "base64"),
        "paypal-transmission-time": time,
      },
      body: Buffer.from(sending.tampered?.(text) ?? text),
    }
  }

  /** Sends an event to the store, once. */
  async deliver(
    event: PayPalEvent | string,
    address: string,
    sending: Sending = {}
  ): Promise<number> {
    const { headers, body } = this.sign(event, sending)
    const answer = await fetch(address, {
      method: "POST",
      headers,
      body: Uint8Array.from(body),
      signal: AbortSignal.timeout(30_000),
    })
    await answer.arrayBuffer()
    return answer.status
  }

  show(webhook_id: string): Answer {
    return webhook_id === this.webhook_id
      ? {
          status: 200,
          body: {
            id: webhook_id,
            url: this.url,
            event_types: this.event_types.map((name) => ({ name })),
            links: [],
          },
        }
      : notFound()
  }

  /** Whether an event is one that this webhook was sent. */
  verify(request: Buffer, parsed: unknown): Answer {
    const fields = (parsed ?? {}) as Record<string, unknown>
    const missing = FIELDS.filter(([name, form]) => {
      const value = fields[name]
      return typeof value !== "string" || !form.test(value)
    })
    const event = rawMember(request, "webhook_event")
    if (missing.length || !event) {
      return invalid(
        missing.map(([name]) => ({
          field: name,
          location: "body",
          issue: "Value is invalid",
        }))
      )
    }
    const { transmission_id, transmission_time, transmission_sig } =
      fields as Record<string, string>
    const genuine =
      fields.webhook_id === this.webhook_id &&
      fields.auth_algo === "SHA256withRSA" &&
      createVerify("RSA-SHA256")
        .update(
          signedText(transmission_id, transmission_time, this.webhook_id, event)
        )
        .verify(this.keys.publicKey, transmission_sig, "base64")
    return {
      status: 200,
      body: { verification_status: genuine ? "SUCCESS" : "FAILURE" },
    }
  }

  /** The store's clock is not moved with PayPal's, so what is sent now is sent now. */
  private clockText(at = Date.now()): string {
    return this.clock.text(at)
  }
}

const FIELDS: [string, RegExp][] = [
  ["auth_algo", /^[a-zA-Z0-9]{1,100}$/],
  ["cert_url", /^https?:\/\/.{1,490}$/],
  ["transmission_id", /^(?!\d+$)\w+\S+$/],
  ["transmission_sig", /^(?!\d+$)\w+\S+$/],
  ["transmission_time", /^\d{4}-\d\d-\d\dT/],
  ["webhook_id", /^[a-zA-Z0-9]{1,50}$/],
]

const signedText = (
  id: string,
  time: string,
  webhook_id: string,
  body: Buffer
): string => [id, time, webhook_id, crc32(body)].join("|")
