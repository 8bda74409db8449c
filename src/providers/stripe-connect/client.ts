import Stripe from "stripe"

import { StripeConnectSettings } from "./options"

/**
 * What the objects and webhooks that this folder reads look like. Pinned, so
 * that neither an update of the package nor the version set in Stripe's
 * dashboard changes an answer.
 */
export const STRIPE_API_VERSION = "2026-10-28.endive"

/** For questions, and for what onboarding makes under a key of its own: a person is waiting. */
const QUICK_RETRIES = 2

/**
 * Money is sent once a call: what comes of an unanswered request is found out
 * by looking it up, with pauses that outlast this process. (The client itself
 * repeats a request once where the connection was closed on it, under the same
 * key.)
 */
export const MONEY_RETRIES = 0

/** The official client, for the store's own account. */
export const createClient = (settings: StripeConnectSettings): Stripe.Stripe =>
  new Stripe(settings.api_key, {
    apiVersion: STRIPE_API_VERSION,
    timeout: settings.timeout_ms,
    maxNetworkRetries: QUICK_RETRIES,
    // Timings of requests are nobody's business but the store's.
    telemetry: false,
    appInfo: { name: "medusa-plugin-affiliate" },
    ...(settings.address && {
      protocol: settings.address.protocol,
      host: settings.address.host,
      port: settings.address.port,
    }),
  })
