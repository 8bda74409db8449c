import { PayoutProviderCheck } from "../types"
import { readError, readWebhook } from "./answers"
import { PayPalAnswer, PayPalClient } from "./client"
import { modeOf, PayPalSettings } from "./options"
import { reasonOf } from "./reasons"

/** What the app must be allowed to do. */
const PAYOUTS_SCOPE = "https://uri.paypal.com/payments/payouts"

/** No payout has this id: whether PayPal says so shows whether the app may ask. */
const NO_PAYOUT = "AFFILIATECHECK"

/** The events without which the store would learn what became of its money only by asking. */
const EVENTS_NEEDED = [
  "PAYMENT.PAYOUTS-ITEM.SUCCEEDED",
  "PAYMENT.PAYOUTS-ITEM.FAILED",
  "PAYMENT.PAYOUTS-ITEM.RETURNED",
  "PAYMENT.PAYOUTS-ITEM.REFUNDED",
  "PAYMENT.PAYOUTSBATCH.DENIED",
]

/** Tries the keys, whether payouts are switched on, and the webhook, without moving money. */
export const checkPayPal = async (
  client: PayPalClient,
  settings: PayPalSettings
): Promise<PayoutProviderCheck> => {
  const facts: Record<string, string> = { mode: modeOf(settings) }
  const says = (ok: boolean, message: string): PayoutProviderCheck => ({
    ok,
    message,
    facts,
  })
  try {
    const { scopes } = await client.token()
    if (!scopes.includes(PAYOUTS_SCOPE)) {
      return says(
        false,
        "The keys work, but the app may not pay out: switch Payouts on for it in PayPal's developer dashboard"
      )
    }
    const payout = await client.get(`/v1/payments/payouts/${NO_PAYOUT}`)
    if (payout.status !== 404) {
      return says(
        false,
        `The keys work, but PayPal does not answer about payouts: ${wordsOf(payout)}`
      )
    }
    const webhook = await client.get(
      `/v1/notifications/webhooks/${settings.webhook_id}`
    )
    if (webhook.status === 404) {
      return says(
        false,
        "The keys work, but the app has no webhook with this webhook_id"
      )
    }
    if (webhook.status !== 200) {
      return says(
        false,
        `The keys work, but PayPal does not show the webhook: ${wordsOf(webhook)}`
      )
    }
    const { url, event_types } = readWebhook(webhook.body)
    facts.webhook = url
    const names = new Set(event_types.map(({ name }) => name))
    const missing = names.has("*")
      ? []
      : EVENTS_NEEDED.filter((name) => !names.has(name))
    return missing.length
      ? says(
          false,
          `The keys work, but the webhook does not get these events: ${missing.join(", ")}`
        )
      : says(true, "PayPal accepts the keys, and the webhook is set up")
  } catch (error) {
    return says(false, error instanceof Error ? error.message : String(error))
  }
}

const wordsOf = ({ status, body }: PayPalAnswer): string =>
  reasonOf(readError(body), `it answered ${status}`)
