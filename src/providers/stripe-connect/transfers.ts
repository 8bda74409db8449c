import { MedusaError } from "@medusajs/framework/utils"
import Stripe from "stripe"

import {
  PayoutLookUp,
  PayoutResult,
  SendPayoutInput,
  StartedPayment,
} from "../types"
import { toSmallestUnits } from "./amounts"
import { MONEY_RETRIES } from "./client"
import { asError, contradiction, isAccountGone, refusalOf } from "./errors"

/** One payment has one transfer: a page holds all that there may be, and shows what there may not. */
const PAGE_SIZE = 100

/** The account that is sent to, in the details of a method. */
export const accountOf = (destination: Record<string, string>): string =>
  destination.account_id ?? ""

const idOf = (of: string | { id: string } | null): string | undefined =>
  typeof of === "string" ? of : of?.id

/**
 * Asks Stripe to move the money: once, under the payment's own key, which is
 * the transfer's group too. The key is forgotten after a day, the group never.
 */
export const sendTransfer = async (
  client: Stripe.Stripe,
  input: SendPayoutInput
): Promise<PayoutResult> => {
  const units = toSmallestUnits(input.amount, input.currency_code)
  if (!units.ok) return { status: "failed", reason: units.reason }
  const destination = accountOf(input.destination)
  if (!destination) {
    return { status: "failed", reason: "There is no Stripe account on file" }
  }
  try {
    const transfer = await client.transfers.create(
      {
        amount: units.amount,
        currency: input.currency_code.toLowerCase(),
        destination,
        transfer_group: input.idempotency_key,
        description: "Affiliate payout",
        metadata: {
          payout_id: input.payout_id,
          affiliate_id: input.affiliate_id,
        },
      },
      {
        idempotencyKey: input.idempotency_key,
        maxNetworkRetries: MONEY_RETRIES,
      }
    )
    return { status: "paid", reference: transfer.id }
  } catch (error) {
    const reason = refusalOf(error)
    if (reason) return { status: "failed", reason }
    if (error instanceof Stripe.errors.StripeIdempotencyError) {
      throw contradiction(
        `Stripe has had the key ${input.idempotency_key} with another amount, currency or account: look at the transfers of that group in Stripe before anything is sent again`
      )
    }
    throw asError("It is not known whether Stripe made the transfer", error)
  }
}

/** Whether a transfer is the payment that we believe it to be. */
const agrees = (
  transfer: Stripe.Transfer,
  payment: SendPayoutInput
): boolean => {
  const units = toSmallestUnits(payment.amount, payment.currency_code)
  return (
    units.ok &&
    transfer.amount === units.amount &&
    transfer.currency === payment.currency_code.toLowerCase() &&
    transfer.transfer_group === payment.idempotency_key &&
    transfer.metadata.payout_id === payment.payout_id &&
    idOf(transfer.destination) === accountOf(payment.destination)
  )
}

const checked = (
  transfer: Stripe.Transfer,
  payment: SendPayoutInput
): Stripe.Transfer => {
  if (agrees(transfer, payment)) return transfer
  throw contradiction(
    `Stripe's transfer ${transfer.id} is of the group ${payment.idempotency_key}, but not of the payout's amount, currency, account or metadata: look at it in Stripe`
  )
}

/**
 * The transfer of a payment, by what Stripe called it or by its group.
 *
 * @returns undefined when Stripe certainly has none
 */
const findTransfer = async (
  client: Stripe.Stripe,
  payment: StartedPayment
): Promise<Stripe.Transfer | undefined> => {
  if (payment.reference) {
    return checked(await client.transfers.retrieve(payment.reference), payment)
  }
  const { data, has_more } = await client.transfers.list({
    transfer_group: payment.idempotency_key,
    limit: PAGE_SIZE,
  })
  if (has_more || data.length > 1) {
    throw contradiction(
      `Stripe has more than one transfer of the group ${payment.idempotency_key} (${data
        .slice(0, 5)
        .map(({ id }) => id)
        .join(", ")}): look at them in Stripe`
    )
  }
  return data[0] && checked(data[0], payment)
}

/** What became of a payment. */
export const lookUpTransfer = async (
  client: Stripe.Stripe,
  payment: StartedPayment
): Promise<PayoutLookUp> => {
  try {
    const transfer = await findTransfer(client, payment)
    if (!transfer) {
      await assertOwnAccount(client, payment)
      return { status: "not_found" }
    }
    return transfer.reversed
      ? {
          status: "failed",
          reason: "The transfer was made and taken back in full",
        }
      : { status: "paid", reference: transfer.id }
  } catch (error) {
    throw asError("Stripe could not say what became of the transfer", error)
  }
}

/**
 * A list without the transfer proves something only where it is the list of
 * the account that would have sent it: with another store's key it is empty too.
 */
const assertOwnAccount = async (
  client: Stripe.Stripe,
  payment: StartedPayment
): Promise<void> => {
  // Such a payment was refused before it was sent, whoever's key it is.
  if (!toSmallestUnits(payment.amount, payment.currency_code).ok) return
  const account = accountOf(payment.destination)
  if (!account) return
  try {
    await client.accounts.retrieve(account)
  } catch (error) {
    if (!isAccountGone(error)) throw error
    throw contradiction(
      `Stripe has no transfer for ${payment.idempotency_key}, but does not know the account either that it was to go to: either the affiliate has left, or api_key is of another Stripe account than the one that was asked to pay`
    )
  }
}

/**
 * Takes back what is left of a transfer. Stripe never takes back more than
 * that, so that asking twice cannot take twice.
 *
 * @throws not_found, not_allowed, and what is not known
 */
export const reverseTransfer = async (
  client: Stripe.Stripe,
  payment: StartedPayment,
  reason: string
): Promise<{ status: "returned"; reason: string }> => {
  try {
    const transfer = await findTransfer(client, payment)
    if (!transfer) {
      throw new MedusaError(
        MedusaError.Types.NOT_FOUND,
        "Stripe has no transfer for this payout"
      )
    }
    if (!transfer.reversed) {
      await reverseRest(client, transfer, payment, reason)
    }
    return { status: "returned", reason }
  } catch (error) {
    throw asReversalError(error)
  }
}

const reverseRest = async (
  client: Stripe.Stripe,
  transfer: Stripe.Transfer,
  { idempotency_key, payout_id }: StartedPayment,
  reason: string
): Promise<void> => {
  // What was taken back before is part of the key: the rest is another request then.
  const key = `${idempotency_key}-reversal-${transfer.amount_reversed}`
  const reverse = (idempotencyKey: string) =>
    client.transfers.createReversal(
      transfer.id,
      {
        amount: transfer.amount - transfer.amount_reversed,
        metadata: { payout_id, reason: reason.slice(0, 500) },
      },
      { idempotencyKey, maxNetworkRetries: MONEY_RETRIES }
    )
  try {
    await reverse(key)
  } catch (error) {
    // A refusal is repeated for a day, even when its reason is gone.
    if (!isReplayed(error) || !refusalOf(error)) throw error
    await reverse(`${key}-${Date.now()}`)
  }
}

const isReplayed = (error: unknown): boolean =>
  error instanceof Stripe.errors.StripeError &&
  error.headers?.["idempotent-replayed"] === "true"

const asReversalError = (error: unknown): Error => {
  if (
    error instanceof Stripe.errors.StripeError &&
    (error.code === "balance_insufficient" ||
      error.code === "insufficient_funds")
  ) {
    return new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      "The affiliate's Stripe balance no longer holds this money, so that Stripe cannot take it back"
    )
  }
  return asError(
    refusalOf(error)
      ? "Stripe does not take the transfer back"
      : "It is not known whether Stripe took the transfer back",
    error
  )
}
