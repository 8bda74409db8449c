import { MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"

/** What PayPal takes of a receiver. */
const RECEIVER_LENGTH_MAX = 127

/** Who gets the money: one of the two, normalised. */
export type PayPalAccount = { email: string } | { paypal_id: string }

/** Forms send empty strings for what was left out. */
const optional = (schema: z.ZodType<string, string>) =>
  z
    .string()
    .trim()
    .transform((value) => value || undefined)
    .pipe(schema.optional())
    .nullish()
    .transform((value) => value ?? undefined)

const schema = z
  .object({
    email: optional(
      z
        .string()
        .transform((value) => value.toLowerCase())
        .pipe(
          z
            .email("is not a valid e-mail address")
            .max(
              RECEIVER_LENGTH_MAX,
              `must have at most ${RECEIVER_LENGTH_MAX} characters`
            )
        )
    ),
    paypal_id: optional(
      z
        .string()
        .transform((value) => value.toUpperCase())
        .pipe(
          z
            .string()
            .regex(
              /^[2-9A-HJ-NP-Z]{13}$/,
              "is not a PayPal account id (13 letters and digits)"
            )
        )
    ),
  })
  .strict()

/**
 * Reads a PayPal account as an affiliate or the merchant gives it.
 *
 * @throws invalid_data naming each wrong field and its rule
 */
export const parsePayPalAccount = (
  details: Record<string, unknown>
): PayPalAccount => {
  const parsed = schema.safeParse(details)
  if (!parsed.success) {
    throw wrong(
      parsed.error.issues.map(({ path, message }) =>
        path.length
          ? `details.${path.join(".")}: ${message}`
          : `details: ${message}`
      )
    )
  }
  const { email, paypal_id } = parsed.data
  if (email && paypal_id) {
    throw wrong(["details: give the email or the paypal_id, not both"])
  }
  if (email) {
    return { email }
  }
  if (paypal_id) {
    return { paypal_id }
  }
  throw wrong(["details.email: is required"])
}

/** What may be shown: enough to recognise one's own account by. */
export const maskPayPalAccount = (
  account: PayPalAccount
): Record<string, string> => {
  if ("paypal_id" in account) {
    return { paypal_id: `•••• ${account.paypal_id.slice(-4)}` }
  }
  const at = account.email.lastIndexOf("@")
  return { email: `${account.email[0]}•••${account.email.slice(at)}` }
}

/** How PayPal is told of it. */
export const receiverOf = (
  account: PayPalAccount
): { recipient_type: "EMAIL" | "PAYPAL_ID"; receiver: string } =>
  "email" in account
    ? { recipient_type: "EMAIL", receiver: account.email }
    : { recipient_type: "PAYPAL_ID", receiver: account.paypal_id }

const wrong = (problems: string[]): MedusaError =>
  new MedusaError(MedusaError.Types.INVALID_DATA, problems.join("; "))
