import type Stripe from "stripe"

import { PayoutProviderCheck } from "../types"
import { toMajorUnits } from "./amounts"
import { asError } from "./errors"
import { StripeConnectSettings } from "./options"

/** Money by currency, as people read it. */
const listed = (money: { amount: number; currency: string }[]): string =>
  money
    .map(
      ({ amount, currency }) =>
        `${toMajorUnits(amount, currency)} ${currency.toUpperCase()}`
    )
    .join(", ") || "none"

/** Asks for the store's balance: shows that the key is right, its mode, and what payouts can be made of. */
export const checkStripe = async (
  client: Stripe.Stripe,
  { webhook_secrets }: StripeConnectSettings
): Promise<PayoutProviderCheck> => {
  const webhooks = webhook_secrets.length > 0
  try {
    const { livemode, available, pending } = await client.balance.retrieve()
    const message = livemode
      ? "Stripe accepts the key; payouts move real money"
      : "Stripe accepts the key, which is for test mode: no real money moves"
    return {
      ok: true,
      message: webhooks
        ? message
        : `${message}. Without webhook_secret, what happens at Stripe later (accounts ready, money taken back) does not reach the store`,
      facts: {
        mode: livemode ? "live" : "test",
        available: listed(available),
        pending: listed(pending),
        webhooks: webhooks ? "set up" : "not set up",
      },
    }
  } catch (error) {
    return {
      ok: false,
      message: asError("The balance could not be read", error).message,
      facts: { webhooks: webhooks ? "set up" : "not set up" },
    }
  }
}
