import { PayoutAccountDetails, SendPayoutInput } from "../types"
import { parsePayPalAccount, PayPalAccount, receiverOf } from "./account"
import { toPayPalAmount } from "./amount"
import { PayPalSettings } from "./options"
import { ExpectedPayment } from "./outcome"

/** PayPal counts the payouts of a key by the batch, so that each payment is a batch of its own. */
export interface PayPalPayment {
  expected: ExpectedPayment
  /** The request, the same text each time. */
  body: string
}

/**
 * A payment as PayPal is asked for it, or in plain words why it cannot be.
 *
 * There is no `PayPal-Request-Id`: what PayPal promises to pay once is a
 * `sender_batch_id`, and a second key beside it would only be one more to lose.
 */
export const toPayPalPayment = (
  {
    idempotency_key,
    payout_id,
    amount,
    currency_code,
    destination,
  }: SendPayoutInput,
  { email_subject, email_message }: PayPalSettings
): PayPalPayment | { problem: string } => {
  const money = toPayPalAmount(amount, currency_code)
  if ("problem" in money) {
    return money
  }
  const account = accountOf(destination)
  if ("problem" in account) {
    return account
  }
  return {
    expected: {
      sender_batch_id: idempotency_key,
      sender_item_id: payout_id,
      amount: money,
    },
    body: JSON.stringify({
      sender_batch_header: {
        sender_batch_id: idempotency_key,
        email_subject,
        email_message,
      },
      items: [
        {
          ...receiverOf(account),
          amount: money,
          sender_item_id: payout_id,
        },
      ],
    }),
  }
}

/** It was checked when it was stored; what does not hold any more was not sent either. */
const accountOf = (
  destination: PayoutAccountDetails
): PayPalAccount | { problem: string } => {
  try {
    return parsePayPalAccount(destination)
  } catch (error) {
    return {
      problem: `The PayPal account on file cannot be used: ${error instanceof Error ? error.message : String(error)}`,
    }
  }
}
