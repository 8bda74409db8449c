import { MedusaError } from "@medusajs/framework/utils"
import Stripe from "stripe"

/** Stripe's own words are for developers; more of them helps nobody. */
const MESSAGE_LENGTH_MAX = 300

const NO_ACCESS =
  "Stripe does not know the affiliate's account any more, or the store has lost access to it"

const NOT_READY =
  "Stripe does not take transfers to the affiliate's account; the set-up at Stripe must be finished first"

/** Refusals in words that affiliate and merchant both read. */
const REFUSALS: Record<string, string> = {
  account_closed: "The affiliate's account is closed",
  account_invalid: NO_ACCESS,
  amount_too_large: "The amount is more than Stripe sends at once",
  amount_too_small: "The amount is less than Stripe sends",
  balance_insufficient: "The store's Stripe balance does not cover this payout",
  country_unsupported: "Stripe does not send to the affiliate's country",
  insufficient_capabilities_for_transfer: NOT_READY,
  insufficient_funds: "The store's Stripe balance does not cover this payout",
  livemode_mismatch:
    "The affiliate's account and the store's Stripe key are not both for real money",
  transfers_not_allowed: NOT_READY,
}

/**
 * Refusals of the asking, not of the payment: another request holds the key,
 * or the store's own account is not in order. The same payment may yet go through.
 */
const NOT_OF_THE_PAYMENT = new Set([
  "api_key_expired",
  "idempotency_key_in_use",
  "lock_timeout",
  "platform_account_required",
  "platform_api_key_expired",
  "rate_limit",
  "secret_key_required",
  "testmode_charges_only",
])

const cut = (message: string): string => message.slice(0, MESSAGE_LENGTH_MAX)

/** Whether an account that is on file is none of the store's, or no more. */
export const isAccountGone = (error: unknown): boolean =>
  error instanceof Stripe.errors.StripeError &&
  (error.code === "account_invalid" ||
    (error.code === "resource_missing" && error.statusCode === 404))

/**
 * Why a transfer was certainly not made, in plain words; undefined when that
 * is not certain. Stripe promises that a request refused with 400, 402 or 404 had no
 * effect, and gives a later one with the same key the same answer. A time-out,
 * a broken connection, 409, 429 and 5xx say nothing of the kind; 401 and 403
 * speak of the store's key.
 */
export const refusalOf = (error: unknown): string | undefined => {
  if (!(error instanceof Stripe.errors.StripeError)) return undefined
  const { code, param, message } = error
  if (error instanceof Stripe.errors.StripePermissionError) {
    return code === "account_invalid" ? NO_ACCESS : undefined
  }
  if (
    !(
      error instanceof Stripe.errors.StripeInvalidRequestError ||
      error instanceof Stripe.errors.StripeCardError
    ) ||
    (code && NOT_OF_THE_PAYMENT.has(code))
  ) {
    return undefined
  }
  if (code && REFUSALS[code]) return REFUSALS[code]
  if (param === "destination" && code === "resource_missing") return NO_ACCESS
  // Stripe lists no code for this one.
  if (/capabilities enabled/.test(message)) return NOT_READY
  if (param === "currency") {
    return `Stripe cannot send this currency: ${cut(message)}`
  }
  if (param === "amount") return `Stripe refused the amount: ${cut(message)}`
  return `Stripe refused the transfer: ${cut(message)}`
}

/** What an error of Stripe means to whoever runs the store. */
const words = (error: Stripe.errors.StripeError): string => {
  if (error instanceof Stripe.errors.StripeAuthenticationError) {
    return "Stripe refused the store's key; check api_key"
  }
  if (error instanceof Stripe.errors.StripePermissionError) {
    return `the store's Stripe key may not do this: ${cut(error.message)}`
  }
  if (error instanceof Stripe.errors.StripeRateLimitError) {
    return "Stripe asks for fewer requests; try again in a moment"
  }
  if (error instanceof Stripe.errors.StripeConnectionError) {
    return `Stripe cannot be reached: ${cut(error.message)}`
  }
  return `Stripe says: ${cut(error.message)}`
}

/**
 * Whatever went wrong as an error that names what was being done, and keeps
 * what Stripe said as its cause.
 */
export const asError = (doing: string, error: unknown): Error => {
  if (!(error instanceof Stripe.errors.StripeError)) {
    return error instanceof Error ? error : new Error(String(error))
  }
  const refused =
    error instanceof Stripe.errors.StripeInvalidRequestError ||
    error instanceof Stripe.errors.StripeCardError
  const named = new MedusaError(
    refused
      ? MedusaError.Types.NOT_ALLOWED
      : MedusaError.Types.UNEXPECTED_STATE,
    `${doing}: ${words(error)}`
  )
  named.cause = error
  return named
}

/** Something that must never be, and that a person has to look at before money moves again. */
export const contradiction = (message: string): Error =>
  new MedusaError(MedusaError.Types.CONFLICT, message)
