import { MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"

import { PayoutNotice, PayoutWebhook } from "../types"
import { PayPalError, readError } from "./answers"
import { PayPalSettings } from "./options"
import { ITEM_WORDS } from "./outcome"
import { reasonOf } from "./reasons"

const DAY_MS = 86_400_000

/**
 * How old a transmission may be. PayPal repeats one for three days until it is
 * answered, and does not promise a new time each time; what comes twice is told
 * apart by its event's id. Older ones are replays.
 */
export const TRANSMISSION_AGE_MS_MAX = 4 * DAY_MS

/** How far ahead PayPal's clock may be. */
export const TRANSMISSION_AHEAD_MS_MAX = 5 * 60_000

export const EVENT_BYTES_MAX = 262_144

/** Forms as PayPal documents them. */
const transmissionSchema = z.object({
  auth_algo: z.string().regex(/^[a-zA-Z0-9]{1,100}$/),
  cert_url: z.url().max(500),
  transmission_id: z
    .string()
    .max(50)
    .regex(/^(?!\d+$)\w+\S+$/),
  transmission_sig: z
    .string()
    .max(500)
    .regex(/^(?!\d+$)\w+\S+$/),
  transmission_time: z.iso.datetime({ offset: true }),
})

export type PayPalTransmission = z.infer<typeof transmissionSchema>

const eventSchema = z.looseObject({
  id: z.string().min(1).max(255),
  event_type: z.string().min(1).max(255),
  resource: z.looseObject({}),
})

export type PayPalEvent = z.infer<typeof eventSchema>

/**
 * What can be seen of a webhook without asking PayPal: that it is whole, of our
 * time, and names a certificate of PayPal's. Whatever fails here costs nobody
 * a request.
 *
 * @throws unauthorized
 */
export const readTransmission = (
  { raw_body, headers }: PayoutWebhook,
  { api_base }: Pick<PayPalSettings, "api_base">,
  now: number
): { transmission: PayPalTransmission; event: PayPalEvent } => {
  const header = (name: string): string | undefined => {
    const value = headers[`paypal-${name}`]
    return Array.isArray(value) ? undefined : value
  }
  const transmission = transmissionSchema.safeParse({
    auth_algo: header("auth-algo"),
    cert_url: header("cert-url"),
    transmission_id: header("transmission-id"),
    transmission_sig: header("transmission-sig"),
    transmission_time: header("transmission-time"),
  }).data
  if (!transmission) {
    throw forged("a PayPal header is missing or wrong")
  }
  if (!isPayPals(transmission.cert_url, api_base)) {
    throw forged("its certificate is not one of PayPal's")
  }
  const age = now - Date.parse(transmission.transmission_time)
  if (age > TRANSMISSION_AGE_MS_MAX || age < -TRANSMISSION_AHEAD_MS_MAX) {
    throw forged("it was not sent recently")
  }
  return { transmission, event: readEvent(raw_body) }
}

/** @throws unauthorized: PayPal sends whole JSON objects */
const readEvent = (raw_body: Buffer): PayPalEvent => {
  if (raw_body.length > EVENT_BYTES_MAX) {
    throw forged("it is too long")
  }
  let parsed: unknown
  try {
    parsed = JSON.parse(
      new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(
        raw_body
      )
    )
  } catch {
    throw forged("its body is not JSON")
  }
  const event = eventSchema.safeParse(parsed).data
  if (!event) {
    throw forged("its body is not an event")
  }
  return event
}

/**
 * The request for verification, with the event's own bytes in it: PayPal's
 * signature is made over them, and parsing and writing them again may change a
 * number or an escape. It is JSON because the event is JSON by itself.
 */
export const verificationBody = (
  transmission: PayPalTransmission,
  webhook_id: string,
  raw_body: Buffer
): Uint8Array<ArrayBuffer> => {
  const rest = JSON.stringify({ ...transmission, webhook_id })
  const parts = [
    Buffer.from(`${rest.slice(0, -1)},"webhook_event":`),
    raw_body,
    Buffer.from("}"),
  ]
  return Uint8Array.from(Buffer.concat(parts))
}

const isPayPals = (cert_url: string, api_base: string): boolean => {
  const { protocol, hostname, origin } = new URL(cert_url)
  return (
    origin === api_base ||
    (protocol === "https:" &&
      (hostname === "paypal.com" || hostname.endsWith(".paypal.com")))
  )
}

/** The events of an item, and of those the ones after which the money is back. */
const ITEM_EVENTS: Readonly<
  Record<string, "paid" | "processing" | "failed" | "returned">
> = {
  "PAYMENT.PAYOUTS-ITEM.SUCCEEDED": "paid",
  "PAYMENT.PAYOUTS-ITEM.HELD": "processing",
  "PAYMENT.PAYOUTS-ITEM.UNCLAIMED": "processing",
  "PAYMENT.PAYOUTS-ITEM.FAILED": "failed",
  "PAYMENT.PAYOUTS-ITEM.DENIED": "failed",
  "PAYMENT.PAYOUTS-ITEM.BLOCKED": "failed",
  "PAYMENT.PAYOUTS-ITEM.CANCELED": "returned",
  "PAYMENT.PAYOUTS-ITEM.RETURNED": "returned",
  "PAYMENT.PAYOUTS-ITEM.REFUNDED": "returned",
  "PAYMENT.PAYOUTS-ITEM.REVERSED": "returned",
}

const BATCH_DENIED = "PAYMENT.PAYOUTSBATCH.DENIED"

const itemResource = z.looseObject({
  payout_batch_id: z.string().regex(/^[A-Za-z0-9_-]{1,30}$/),
  sender_batch_id: z.string().min(1).max(256).optional(),
  errors: z.unknown(),
})

const batchResource = z.looseObject({
  batch_header: z.looseObject({
    payout_batch_id: z.string().regex(/^[A-Za-z0-9_-]{1,30}$/),
    sender_batch_header: z
      .looseObject({ sender_batch_id: z.string().min(1).max(256).optional() })
      .optional(),
  }),
})

export interface PaymentNews {
  payout_batch_id: string
  /** Our key, where the event carries it; older events leave it out. */
  sender_batch_id: string | undefined
  result: Extract<PayoutNotice, { type: "payment" }>["result"]
}

/** What a genuine event says of a payment; null where it says nothing new. */
export const readNews = ({
  event_type,
  resource,
}: PayPalEvent): PaymentNews | null => {
  if (event_type === BATCH_DENIED) {
    const { batch_header } = certain(batchResource, event_type, resource)
    return {
      payout_batch_id: batch_header.payout_batch_id,
      sender_batch_id: batch_header.sender_batch_header?.sender_batch_id,
      result: {
        status: "failed",
        reason: ITEM_WORDS.DENIED,
        reference: batch_header.payout_batch_id,
      },
    }
  }
  const meaning = ITEM_EVENTS[event_type]
  if (!meaning) {
    return null
  }
  const { payout_batch_id, sender_batch_id, errors } = certain(
    itemResource,
    event_type,
    resource
  )
  return {
    payout_batch_id,
    sender_batch_id,
    result:
      meaning === "paid" || meaning === "processing"
        ? { status: meaning, reference: payout_batch_id }
        : {
            status: meaning,
            reason: whyNot(event_type, meaning, readError(errors)),
            reference: payout_batch_id,
          },
  }
}

const whyNot = (
  event_type: string,
  meaning: "failed" | "returned",
  error: PayPalError | null
): string =>
  reasonOf(
    meaning === "failed" ? error : null,
    ITEM_WORDS[event_type.slice(event_type.lastIndexOf(".") + 1)]
  )

/** @throws unexpected_state: a genuine event about a payment must not be taken for nothing */
const certain = <Read>(
  schema: z.ZodType<Read>,
  event_type: string,
  resource: unknown
): Read => {
  const parsed = schema.safeParse(resource)
  if (!parsed.success) {
    throw new MedusaError(
      MedusaError.Types.UNEXPECTED_STATE,
      `PayPal's event ${event_type} cannot be read: ${parsed.error.issues
        .map(({ path, message }) => `resource.${path.join(".")}: ${message}`)
        .join("; ")}`
    )
  }
  return parsed.data
}

/** Why is for the store's log; whoever forges learns nothing that PayPal's documentation does not say. */
export const forged = (why: string): MedusaError =>
  new MedusaError(
    MedusaError.Types.UNAUTHORIZED,
    `The webhook is not PayPal's: ${why}`
  )
