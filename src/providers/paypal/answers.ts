import { MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"

/** What is read of PayPal's answers, and no more: whatever else they hold may change. */

const id = () => z.string().min(1).max(30)

const links = () =>
  z
    .array(z.looseObject({ href: z.string(), rel: z.string().optional() }))
    // Empty lists are sent as `{}` at times.
    .catch([])

/** An error, of a request or of a payment. */
const errorSchema = z.looseObject({
  name: z.string().min(1),
  message: z.string().default(""),
  debug_id: z.string().optional(),
  details: z
    .array(
      z.looseObject({
        field: z.string().optional(),
        issue: z.string().optional(),
        /** Where the payment is that a request repeats: beside the issue, in a list of this name. */
        link: links().optional(),
        links: links().optional(),
      })
    )
    .catch([]),
  links: links().optional(),
})

export type PayPalError = z.infer<typeof errorSchema>

const senderHeader = () =>
  z.looseObject({ sender_batch_id: z.string().optional() })

const BATCH_STATUSES = [
  "DENIED",
  "PENDING",
  "PROCESSING",
  "SUCCESS",
  "CANCELED",
] as const

const createdSchema = z.looseObject({
  batch_header: z.looseObject({
    payout_batch_id: id(),
    sender_batch_header: senderHeader().optional(),
  }),
})

const ITEM_STATUSES = [
  "SUCCESS",
  "FAILED",
  "PENDING",
  "UNCLAIMED",
  "RETURNED",
  "ONHOLD",
  "BLOCKED",
  "REFUNDED",
  "REVERSED",
] as const

export type PayPalItemStatus = (typeof ITEM_STATUSES)[number]

const itemSchema = z.looseObject({
  payout_item_id: id(),
  transaction_status: z.enum(ITEM_STATUSES).optional(),
  payout_item: z.looseObject({
    amount: z.looseObject({ currency: z.string(), value: z.string() }),
    sender_item_id: z.string().optional(),
  }),
  errors: errorSchema.nullish().catch(null),
})

export type PayPalItem = z.infer<typeof itemSchema>

const batchSchema = z.looseObject({
  batch_header: z.looseObject({
    payout_batch_id: id(),
    batch_status: z.enum(BATCH_STATUSES),
    sender_batch_header: senderHeader(),
  }),
  items: z.array(itemSchema).default([]),
})

export type PayPalBatch = z.infer<typeof batchSchema>

const tokenSchema = z.looseObject({
  access_token: z.string().min(1),
  expires_in: z.number().positive(),
  scope: z.string().default(""),
})

export type PayPalGrant = z.infer<typeof tokenSchema>

const webhookSchema = z.looseObject({
  url: z.string(),
  event_types: z.array(z.looseObject({ name: z.string() })),
})

const verificationSchema = z.looseObject({
  verification_status: z.enum(["SUCCESS", "FAILURE"]),
})

/** @throws unexpected_state when the answer is not what was asked for: nothing is certain then */
const reader =
  <Read>(schema: z.ZodType<Read>, what: string) =>
  (body: unknown): Read => {
    const parsed = schema.safeParse(body)
    if (!parsed.success) {
      throw new MedusaError(
        MedusaError.Types.UNEXPECTED_STATE,
        `PayPal's answer about ${what} cannot be read: ${parsed.error.issues
          .map(({ path, message }) => `${path.join(".") || "body"}: ${message}`)
          .join("; ")}`
      )
    }
    return parsed.data
  }

export const readCreated = reader(createdSchema, "a new payout")
export const readBatch = reader(batchSchema, "a payout")
export const readItem = reader(itemSchema, "a payout's item")
export const readToken = reader(tokenSchema, "the access token")
export const readWebhook = reader(webhookSchema, "the webhook")
export const readVerification = reader(verificationSchema, "a signature")

/** The error in an answer, or null when there is none that PayPal would write. */
export const readError = (body: unknown): PayPalError | null =>
  errorSchema.safeParse(body).data ?? null
