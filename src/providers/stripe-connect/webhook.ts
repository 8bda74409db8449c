import { MedusaError } from "@medusajs/framework/utils"
import Stripe from "stripe"

import { PayoutWebhook } from "../types"

/** How old a signature may be: what was recorded cannot be played again later. Stripe signs every attempt anew. */
const TOLERANCE_SECONDS = 300

/**
 * The event in a webhook that Stripe certainly sent.
 *
 * @param secrets any of which may have signed it
 * @throws not_allowed without a secret, unauthorized when none of them signed
 *         it or that was long ago, invalid_data when it is no event
 */
export const readEvent = (
  client: Stripe.Stripe,
  { raw_body, headers }: PayoutWebhook,
  secrets: string[]
): Stripe.Event => {
  if (secrets.length === 0) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      "This store takes no webhooks from Stripe: webhook_secret is not set"
    )
  }
  const signature = headers["stripe-signature"]
  if (typeof signature === "string") {
    for (const secret of secrets) {
      const event = signedEvent(client, raw_body, signature, secret)
      if (event) return event
    }
  }
  throw new MedusaError(
    MedusaError.Types.UNAUTHORIZED,
    "The webhook is not signed by Stripe with a secret of this store, or was signed too long ago"
  )
}

const signedEvent = (
  client: Stripe.Stripe,
  body: Buffer,
  signature: string,
  secret: string
): Stripe.Event | undefined => {
  try {
    const event = client.webhooks.constructEvent(
      body,
      signature,
      secret,
      TOLERANCE_SECONDS
    )
    if (event?.object === "event" && event.id && event.data?.object) {
      return event
    }
  } catch (error) {
    if (error instanceof Stripe.errors.StripeSignatureVerificationError) {
      return undefined
    }
  }
  throw new MedusaError(
    MedusaError.Types.INVALID_DATA,
    "The webhook is signed by Stripe, but holds no event with its object: give the endpoint snapshot events, not thin ones"
  )
}
