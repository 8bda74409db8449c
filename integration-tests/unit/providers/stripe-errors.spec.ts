import Stripe from "stripe"
import {
  asError,
  refusalOf,
} from "../../../src/providers/stripe-connect/errors"

const {
  StripeAPIError,
  StripeAuthenticationError,
  StripeCardError,
  StripeConnectionError,
  StripeIdempotencyError,
  StripeInvalidRequestError,
  StripePermissionError,
  StripeRateLimitError,
} = Stripe.errors

type Raw = NonNullable<
  ConstructorParameters<typeof StripeInvalidRequestError>[0]
>

const raw = (status: number, code?: string, param?: string): Raw => ({
  type: "invalid_request_error",
  statusCode: status,
  message: "What Stripe says",
  ...(code && { code }),
  ...(param && { param }),
})

test.each<[string, unknown, RegExp]>([
  [
    "too little money",
    new StripeInvalidRequestError(raw(400, "balance_insufficient")),
    /store's Stripe balance/,
  ],
  [
    "too little money, as a failed request",
    new StripeCardError(raw(402, "balance_insufficient")),
    /store's Stripe balance/,
  ],
  [
    "no transfers",
    new StripeInvalidRequestError(raw(400, "transfers_not_allowed")),
    /set-up at Stripe/,
  ],
  [
    "no such destination",
    new StripeInvalidRequestError(raw(400, "resource_missing", "destination")),
    /does not know the affiliate's account/,
  ],
  [
    "no access to the account",
    new StripePermissionError(raw(403, "account_invalid")),
    /does not know the affiliate's account/,
  ],
  [
    "an amount",
    new StripeInvalidRequestError(raw(400, "amount_too_small", "amount")),
    /less than Stripe sends/,
  ],
  [
    "an amount, for another reason",
    new StripeInvalidRequestError(raw(400, undefined, "amount")),
    /refused the amount: What Stripe says/,
  ],
  [
    "a currency",
    new StripeInvalidRequestError(raw(400, undefined, "currency")),
    /cannot send this currency: What Stripe says/,
  ],
  [
    "what is new to us",
    new StripeInvalidRequestError(raw(400, "something_new")),
    /refused the transfer: What Stripe says/,
  ],
])("%s: certainly not sent, in words", (_, error, words) =>
  expect(refusalOf(error)).toMatch(words)
)

test.each<[string, unknown]>([
  ["no connection", new StripeConnectionError(raw(0))],
  ["500", new StripeAPIError(raw(500))],
  ["503", new StripeAPIError(raw(503))],
  ["409, under way", new StripeAPIError(raw(409, "idempotency_key_in_use"))],
  [
    "under way, by another status",
    new StripeInvalidRequestError(raw(400, "idempotency_key_in_use")),
  ],
  ["the key with other words", new StripeIdempotencyError(raw(400))],
  ["429", new StripeRateLimitError(raw(429, "rate_limit"))],
  ["locked", new StripeRateLimitError(raw(429, "lock_timeout"))],
  [
    "locked, by another status",
    new StripeInvalidRequestError(raw(400, "lock_timeout")),
  ],
  ["a wrong key", new StripeAuthenticationError(raw(401))],
  ["a key that may not", new StripePermissionError(raw(403))],
  [
    "a key that is over",
    new StripeInvalidRequestError(raw(400, "api_key_expired")),
  ],
  [
    "a store that is not set up",
    new StripeInvalidRequestError(raw(400, "platform_account_required")),
  ],
  ["something else", new TypeError("x is not a function")],
])("%s: it is not known", (_, error) =>
  expect(refusalOf(error)).toBeUndefined()
)

test("an error names what was being done, is short, and keeps its cause", () => {
  const cause = new StripeAPIError({ ...raw(500), message: "x".repeat(9_999) })
  const error = asError("The balance could not be read", cause)

  expect(error.message).toMatch(
    /^The balance could not be read: Stripe says: x/
  )
  expect(error.message.length).toBeLessThan(400)
  expect(error.cause).toBe(cause)
})
