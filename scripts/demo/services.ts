import {
  startPayPal,
  type PayPalPeer,
} from "../../integration-tests/peers/paypal"
import {
  startStripePeer,
  type StripePeer,
} from "../../integration-tests/peers/stripe"

const STRIPE_KEY = "sk_test_demo"
const STRIPE_WEBHOOK_SECRET = "whsec_demo"

/** Stripe and PayPal, as far as payouts need them, on this machine: no money moves. */
export type Services = {
  stripe: StripePeer
  paypal: PayPalPeer
  /** What tells the store where they are. */
  env: Record<string, string>
  stop: () => Promise<void>
}

export async function startServices(): Promise<Services> {
  const stripe = await startStripePeer({
    api_key: STRIPE_KEY,
    webhook_secret: STRIPE_WEBHOOK_SECRET,
  })
  const paypal = await startPayPal()
  return {
    stripe,
    paypal,
    env: {
      ...paypal.env(),
      STRIPE_API_BASE: stripe.url,
      STRIPE_API_KEY: STRIPE_KEY,
      STRIPE_WEBHOOK_SECRET,
    },
    stop: async () => {
      await Promise.all([stripe.close(), paypal.stop()])
    },
  }
}
