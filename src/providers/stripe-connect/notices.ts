import type Stripe from "stripe"

import { PayoutNotice } from "../types"
import { accountIdentity, accountState } from "./account-state"
import { toMajorUnits } from "./amounts"

/**
 * What an event says of a payout or an account of ours.
 *
 * @param livemode what the store's key is for, where that is known: an
 *        endpoint for live events is sent those of test accounts too
 */
export const noticesOf = (
  event: Stripe.Event,
  livemode?: boolean
): PayoutNotice[] => [
  (livemode === undefined || event.livemode === livemode
    ? ourNotice(event)
    : undefined) ?? { type: "other", event_id: event.id, name: event.type },
]

const ourNotice = (event: Stripe.Event): PayoutNotice | undefined => {
  switch (event.type) {
    case "transfer.created":
    case "transfer.reversed":
      return transferNotice(event)
    case "account.updated":
      return event.account && event.account === event.data.object.id
        ? {
            type: "account",
            event_id: event.id,
            account_id: event.account,
            state: accountState(event.data.object),
            identity: accountIdentity(event.data.object),
          }
        : undefined
    case "account.application.deauthorized":
      return event.account
        ? {
            type: "account",
            event_id: event.id,
            account_id: event.account,
            state: {
              payouts_enabled: false,
              note: "The account was disconnected from the store",
            },
          }
        : undefined
    default:
      return undefined
  }
}

/**
 * A transfer of the store's own account that this plugin made. What connected
 * accounts transfer themselves (then the event names one) may carry any group
 * and metadata they like.
 */
const transferNotice = (
  event: Stripe.TransferCreatedEvent | Stripe.TransferReversedEvent
): PayoutNotice | undefined => {
  const transfer = event.data.object
  if (
    event.account ||
    !transfer.transfer_group ||
    !transfer.metadata.payout_id
  ) {
    return undefined
  }
  return {
    type: "payment",
    event_id: event.id,
    idempotency_key: transfer.transfer_group,
    result:
      event.type === "transfer.created"
        ? { status: "paid", reference: transfer.id }
        : returned(transfer),
  }
}

/** `amount` is all that has come back so far, so that late and doubled events cannot add up. */
const returned = (transfer: Stripe.Transfer) => {
  const name = transfer.currency.toUpperCase()
  const back = toMajorUnits(transfer.amount_reversed, transfer.currency)
  const all = toMajorUnits(transfer.amount, transfer.currency)
  const reason = transfer.reversals?.data[0]?.metadata?.reason
  const words = transfer.reversed
    ? "The transfer was taken back in Stripe"
    : `${back} of ${all} ${name} were taken back in Stripe`
  return {
    status: "returned" as const,
    reason: reason ? `${words}: ${reason}` : words,
    ...(transfer.reversed ? {} : { amount: back }),
  }
}
