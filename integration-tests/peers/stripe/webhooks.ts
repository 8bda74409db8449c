import { createHmac } from "node:crypto"
import type Stripe from "stripe"

/** Where webhooks go. */
export interface Endpoint {
  url: string
  secret: string
}

/** How a delivery is other than it should be. */
export interface Odd {
  /** Signed by somebody else. */
  secret?: string
  /** Signed then, in seconds; by default now. */
  signed_at?: number
  /** The body is changed after it was signed. */
  forged?: (body: string) => string
}

/** A request as it goes over the wire. */
export interface Signed {
  raw_body: Buffer
  headers: Record<string, string>
}

/** By the clock of whoever judges it. */
const nowSeconds = (): number => Math.floor(Date.now() / 1000)

/** An event as Stripe posts it. */
export function sign(
  event: Stripe.Event,
  secret: string,
  { signed_at = nowSeconds(), forged, secret: other }: Odd = {}
): Signed {
  const body = JSON.stringify(event, null, 2)
  const signature = createHmac("sha256", other ?? secret)
    .update(`${signed_at}.${body}`)
    .digest("hex")
  return {
    raw_body: Buffer.from(forged ? forged(body) : body),
    headers: {
      "content-type": "application/json; charset=utf-8",
      "stripe-signature": `t=${signed_at},v1=${signature}`,
      "user-agent": "Stripe/1.0 (+https://stripe.com/docs/webhooks)",
    },
  }
}

const ANSWER_MS_MAX = 20_000

/** Posts an event to an endpoint. @returns the status of the answer */
export async function deliver(
  event: Stripe.Event,
  { url, secret }: Endpoint,
  odd?: Odd
): Promise<number> {
  const { raw_body, headers } = sign(event, secret, odd)
  const response = await fetch(url, {
    method: "POST",
    body: new Uint8Array(raw_body),
    headers,
    redirect: "manual",
    signal: AbortSignal.timeout(ANSWER_MS_MAX),
  })
  await response.arrayBuffer()
  return response.status
}
