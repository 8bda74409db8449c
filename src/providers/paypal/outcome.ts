import { MedusaError } from "@medusajs/framework/utils"

import { PayoutResult } from "../types"
import { PayPalBatch, PayPalItem, PayPalItemStatus } from "./answers"
import { isSameDecimal, PayPalAmount } from "./amount"
import { reasonOf } from "./reasons"

/** What we asked PayPal to send, to hold its answers against. */
export interface ExpectedPayment {
  sender_batch_id: string
  sender_item_id: string
  amount: PayPalAmount
}

type Meaning = "paid" | "under way" | "not paid"

const MEANING: Readonly<Record<PayPalItemStatus, Meaning>> = {
  SUCCESS: "paid",
  PENDING: "under way",
  ONHOLD: "under way",
  // The money waits up to 30 days for the receiver to open an account.
  UNCLAIMED: "under way",
  FAILED: "not paid",
  BLOCKED: "not paid",
  RETURNED: "not paid",
  REFUNDED: "not paid",
  REVERSED: "not paid",
}

/** Why an item did not pay, where PayPal gives no reason. */
export const ITEM_WORDS: Readonly<Record<string, string>> = {
  FAILED: "PayPal could not make this payment",
  DENIED: "PayPal denied this payment",
  BLOCKED: "PayPal blocked this payment",
  RETURNED: "Nobody claimed the money, and PayPal returned it to the store",
  CANCELED: "The payment was canceled before anybody claimed the money",
  REFUNDED: "The receiver gave the money back",
  REVERSED: "PayPal took the money back from the receiver",
}

/**
 * Where a payment stands, by its item: a batch that succeeded says nothing of
 * whether its items did.
 *
 * @throws unexpected_state when PayPal speaks of another payment than ours
 */
export const outcomeOf = (
  batch: PayPalBatch,
  expected: ExpectedPayment
): PayoutResult => {
  const { payout_batch_id, batch_status } = batch.batch_header
  const item = itemOf(batch, expected)
  const status = item?.transaction_status
  const refused = batch_status === "DENIED" || batch_status === "CANCELED"
  if (refused && (!status || status === "PENDING")) {
    return {
      status: "failed",
      reason: reasonOf(
        item?.errors,
        batch_status === "DENIED"
          ? ITEM_WORDS.DENIED
          : "The payout was canceled at PayPal"
      ),
    }
  }
  if (!status) {
    return { status: "processing", reference: payout_batch_id }
  }
  switch (MEANING[status]) {
    case "paid":
      return { status: "paid", reference: payout_batch_id }
    case "under way":
      return { status: "processing", reference: payout_batch_id }
    case "not paid":
      return {
        status: "failed",
        reason: reasonOf(whyNot(item), ITEM_WORDS[status]),
      }
  }
}

/** Money that came back did so because nobody took it, whatever PayPal had noted before. */
const whyNot = ({ errors, transaction_status }: PayPalItem) =>
  transaction_status === "FAILED" || transaction_status === "BLOCKED"
    ? errors
    : null

/** The one item of a batch of ours; undefined while PayPal does not list it. */
export const itemOf = (
  { batch_header, items }: PayPalBatch,
  { sender_batch_id, sender_item_id, amount }: ExpectedPayment
): PayPalItem | undefined => {
  const { payout_batch_id, sender_batch_header } = batch_header
  const differs = (what: string): MedusaError =>
    new MedusaError(
      MedusaError.Types.UNEXPECTED_STATE,
      `PayPal's payout ${payout_batch_id} is not the one that was sent: ${what} differs. A person must look at it`
    )
  if (sender_batch_header.sender_batch_id !== sender_batch_id) {
    throw differs("its sender_batch_id")
  }
  if (items.length > 1) {
    throw differs("the number of its items")
  }
  const [item] = items as (PayPalItem | undefined)[]
  if (!item) {
    return undefined
  }
  const sent = item.payout_item
  if (
    sent.sender_item_id !== undefined &&
    sent.sender_item_id !== sender_item_id
  ) {
    throw differs("its sender_item_id")
  }
  if (
    sent.amount.currency !== amount.currency ||
    !isSameDecimal(sent.amount.value, amount.value)
  ) {
    throw differs("its amount")
  }
  return item
}
