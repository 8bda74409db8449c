import { PayPalError, readError } from "./answers"
import { PayPalAnswer } from "./client"
import { reasonOf } from "./reasons"

/** What an answer other than a success says about a payment. */
export type PayPalRefusal =
  /** There is a payment with this key already: this one. */
  | { kind: "duplicate"; payout_batch_id: string }
  /**
   * Not taken. `by_form`: because of how the request is written, which is the
   * same each time it is sent, so that PayPal never took it before either.
   */
  | { kind: "refused"; reason: string; by_form: boolean }
  /** Nothing is certain. */
  | { kind: "unknown" }

/** Only these say that PayPal looked at the payment and will not make it. */
const DEFINITE_STATUSES = new Set([400, 422])

const BY_FORM = new Set(["VALIDATION_ERROR", "INVALID_REQUEST"])

const UNKNOWN: PayPalRefusal = { kind: "unknown" }

/** Reads what PayPal answered to a request for a payment, where it is no success. */
export const readRefusal = ({ status, body }: PayPalAnswer): PayPalRefusal => {
  const error = readError(body)
  if (!error || status < 400 || status > 499) {
    return UNKNOWN
  }
  const original = linkedBatch(error)
  if (original) {
    return { kind: "duplicate", payout_batch_id: original }
  }
  if (!DEFINITE_STATUSES.has(status) || isAboutKey(error)) {
    return UNKNOWN
  }
  return {
    kind: "refused",
    reason: reasonOf(error, "PayPal refused this payout"),
    by_form: BY_FORM.has(error.name),
  }
}

/**
 * Whether it is the key that PayPal objects to. A business error that names
 * nothing is taken for one too: that is how PayPal introduces a key used before.
 */
const isAboutKey = ({ name, message, details }: PayPalError): boolean =>
  /DUPLICATE/.test(name) ||
  (name === "USER_BUSINESS_ERROR" && details.length === 0) ||
  [message, ...details.flatMap(({ field, issue }) => [field, issue])].some(
    (words) => /sender_?batch_?id/i.test(words ?? "")
  )

/** Where the error leads to, by its id alone: the host in a link is not where our keys go. */
const linkedBatch = ({ links, details }: PayPalError): string | undefined =>
  [
    ...details.flatMap((detail) => [
      ...(detail.link ?? []),
      ...(detail.links ?? []),
    ]),
    ...(links ?? []),
  ]
    .map(
      ({ href }) =>
        /\/v1\/payments\/payouts\/([A-Za-z0-9_-]{1,30})(?:[?#]|$)/.exec(
          href
        )?.[1]
    )
    .find(Boolean)
