import { newId } from "./ids"

export type Link = {
  href: string
  rel: string
  method: string
  encType?: string
}

export type ErrorDetail = {
  field?: string
  location?: string
  issue: string
  link?: Link[]
}

export type ErrorBody = {
  name: string
  message: string
  debug_id: string
  information_link: string
  details?: ErrorDetail[]
  links: Link[]
}

export type Answer = { status: number; body: unknown }

/** An error as PayPal writes it. */
export function refuse(
  status: number,
  name: string,
  message: string,
  details?: ErrorDetail[]
): Answer {
  const body: ErrorBody = {
    name,
    message,
    debug_id: newId(13).toLowerCase(),
    information_link:
      "https://developer.paypal.com/docs/api/payments.payouts-batch/#errors",
    ...(details ? { details } : {}),
    links: [],
  }
  return { status, body }
}

export const invalid = (details: ErrorDetail[]): Answer =>
  refuse(400, "VALIDATION_ERROR", "Invalid request - see details", details)

export const notFound = (): Answer =>
  refuse(404, "INVALID_RESOURCE_ID", "Requested resource ID was not found.")

export const unauthenticated = (): Answer =>
  refuse(
    401,
    "AUTHENTICATION_FAILURE",
    "Authentication failed due to missing authorization header, or invalid authentication credentials."
  )

export const notAuthorized = (): Answer =>
  refuse(
    403,
    "NOT_AUTHORIZED",
    "Authorization failed due to insufficient permissions."
  )

export const tooMany = (): Answer =>
  refuse(
    429,
    "RATE_LIMIT_REACHED",
    "Too many requests. Blocked due to rate limiting."
  )

export const broken = (status: number): Answer =>
  status === 503
    ? refuse(503, "SERVICE_UNAVAILABLE", "Service Unavailable.")
    : refuse(
        status,
        "INTERNAL_SERVER_ERROR",
        "An internal server error occurred."
      )
