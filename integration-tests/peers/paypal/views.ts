import type { Clock } from "./clock"
import type { Link } from "./errors"
import { type Batch, hundredths, type Item } from "./state"

/** PayPal's names in the links it gives; its own, whatever address it was asked at. */
const HOST = "https://api.sandbox.paypal.com"

export const batchLink = ({ payout_batch_id }: Batch, rel = "self"): Link => ({
  href: `${HOST}/v1/payments/payouts/${payout_batch_id}`,
  rel,
  method: "GET",
  encType: "application/json",
})

const itemLink = ({ payout_item_id }: Item, rel: string): Link => ({
  href: `${HOST}/v1/payments/payouts-item/${payout_item_id}`,
  rel,
  method: "GET",
  encType: "application/json",
})

const currencyOf = ({ items }: Batch) => items[0].wanted.amount.currency

const sum = ({ items }: Batch): string => {
  const values = items.map(({ wanted }) => wanted.amount.value)
  const total = values.reduce((all, value) => all + hundredths(value), 0n)
  return values.some((value) => value.includes("."))
    ? `${total / 100n}.${String(total % 100n).padStart(2, "0")}`
    : String(total / 100n)
}

/** What is answered when a batch is taken. */
export const createdView = (batch: Batch, clock: Clock) => ({
  batch_header: {
    payout_batch_id: batch.payout_batch_id,
    batch_status: batch.status,
    time_created: clock.text(batch.created_at),
    sender_batch_header: batch.header,
  },
  links: [batchLink(batch)],
})

export const headerView = (batch: Batch, clock: Clock) => ({
  payout_batch_id: batch.payout_batch_id,
  batch_status: batch.status,
  time_created: clock.text(batch.created_at),
  ...(batch.completed_at === null
    ? {}
    : { time_completed: clock.text(batch.completed_at) }),
  sender_batch_header: batch.header,
  funding_source: "BALANCE",
  amount: { currency: currencyOf(batch), value: sum(batch) },
  fees: { currency: currencyOf(batch), value: "0.25" },
})

export const batchView = (batch: Batch, clock: Clock) => ({
  batch_header: headerView(batch, clock),
  items: batch.items.map((item) => batchItemView(batch, item, clock)),
  links: [batchLink(batch)],
})

const batchItemView = (batch: Batch, item: Item, clock: Clock) => ({
  payout_item_id: item.payout_item_id,
  ...(item.transaction_id ? { transaction_id: item.transaction_id } : {}),
  transaction_status: item.status,
  payout_item_fee: { currency: currencyOf(batch), value: "0.25" },
  payout_batch_id: batch.payout_batch_id,
  payout_item: { recipient_wallet: "PAYPAL", ...item.wanted },
  time_processed: clock.text(item.processed_at),
  ...(item.error
    ? {
        errors: {
          ...item.error,
          debug_id: item.payout_item_id.toLowerCase(),
          information_link:
            "https://developer.paypal.com/docs/api/payments.payouts-batch/#errors",
          details: [],
          links: [],
        },
      }
    : {}),
  links: [itemLink(item, "item")],
})

/** An item by itself, which says of which request it is. */
export const itemView = (batch: Batch, item: Item, clock: Clock) => ({
  ...batchItemView(batch, item, clock),
  sender_batch_id: batch.header.sender_batch_id,
  links: [itemLink(item, "self"), batchLink(batch, "batch")],
})
