import type Stripe from "stripe"

/** What Stripe's `error` object is, as far as this server fills it. */
type ErrorBody = Pick<
  Stripe.StripeRawError,
  "message" | "code" | "param" | "doc_url"
> & { type: string; request_log_url?: string }

/** An answer that is an error, in Stripe's shape. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly body: ErrorBody,
    /** Whether the request had begun to be carried out: then its key remembers the answer. */
    readonly remembered: boolean
  ) {
    super(body.message)
  }
}

const docs = (code: string | undefined) =>
  code
    ? {
        code,
        doc_url: `https://stripe.com/docs/error-codes/${code.replace(/_/g, "-")}`,
      }
    : {}

/** A parameter that cannot be: found before anything is carried out. */
export const invalid = (
  message: string,
  {
    code,
    param,
    status = 400,
  }: { code?: string; param?: string; status?: number } = {}
): ApiError =>
  new ApiError(
    status,
    {
      ...docs(code),
      message,
      ...(param && { param }),
      type: "invalid_request_error",
    },
    false
  )

/** A refusal while it was carried out. */
export const refused = (message: string, code?: string): ApiError =>
  new ApiError(
    400,
    { ...docs(code), message, type: "invalid_request_error" },
    true
  )

/** Something of this server's own broke. */
export const broken = (remembered: boolean, status = 500): ApiError =>
  new ApiError(
    status,
    {
      message: "An unknown error occurred, and Stripe has been notified of it.",
      type: "api_error",
    },
    remembered
  )

export const tooMany = (): ApiError =>
  new ApiError(
    429,
    {
      ...docs("rate_limit"),
      message:
        "Request rate limit exceeded. Learn more about rate limits here https://stripe.com/docs/rate-limits.",
      type: "invalid_request_error",
    },
    false
  )

export const lockTimeout = (): ApiError =>
  new ApiError(
    429,
    {
      ...docs("lock_timeout"),
      message:
        "This object cannot be accessed right now because another API request or Stripe process is currently accessing it.",
      type: "invalid_request_error",
    },
    false
  )

export const unauthorized = (key: string | undefined): ApiError =>
  new ApiError(
    401,
    {
      message: key
        ? `Invalid API Key provided: ${key.slice(0, 7)}***${key.slice(-4)}`
        : "You did not provide an API key.",
      type: "invalid_request_error",
    },
    false
  )

/** Another account's, closed, or never there: Stripe does not say which. */
export const noAccess = (key: string, account: string): ApiError =>
  new ApiError(
    403,
    {
      ...docs("account_invalid"),
      message: `The provided key '${key.slice(0, 7)}***${key.slice(-4)}' does not have access to account '${account}' (or that account does not exist). Application access may have been revoked.`,
      type: "invalid_request_error",
    },
    false
  )

export const missing = (
  what: string,
  id: string,
  param: string,
  status = 404
): ApiError =>
  invalid(`No such ${what}: '${id}'`, {
    code: "resource_missing",
    param,
    status,
  })
