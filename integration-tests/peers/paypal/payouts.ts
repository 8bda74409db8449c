import { Clock, DAY_MS } from "./clock"
import { type Answer, invalid, notFound, refuse } from "./errors"
import { newId } from "./ids"
import { type Receiver, TREATMENTS } from "./receivers"
import {
  type Batch,
  hundredths,
  isOut,
  type Item,
  type ItemStatus,
  move,
} from "./state"
import { problemsOf, type WantedBatch } from "./validate"
import { batchLink, batchView, createdView, itemView } from "./views"

/** For how long a `sender_batch_id` is remembered, and money waits to be claimed. */
const MEMORY_DAYS = 30
const CLAIM_DAYS = 30

/** Told of what happens to a payment, to make events of it. */
export type Witness = (
  happened:
    | { batch: Batch; status: "PROCESSING" | "SUCCESS" | "DENIED" }
    | { batch: Batch; item: Item; name?: string }
) => void

/** PayPal's books: what was asked for, and what became of it. */
export class Payouts {
  readonly batches: Batch[] = []
  /** What the store has, in hundredths; in other currencies PayPal pays nothing out. */
  readonly balance = new Map<string, bigint>(
    ["USD", "EUR", "GBP", "JPY", "HUF"].map((currency) => [
      currency,
      100_000_000n,
    ])
  )
  /** Who is known; everybody else has an account. */
  readonly receivers = new Map<string, Receiver>()
  /** Whether a duplicate is answered with a link to the original beside the issue, among the error's own, or not at all. */
  duplicate_link: "details" | "links" | "none" = "details"

  constructor(
    private readonly clock: Clock,
    private readonly witness: Witness
  ) {
    clock.onAdvance(() => this.expire())
  }

  create(body: unknown): Answer {
    const problems = problemsOf(body)
    if (problems.length) return invalid(problems)
    const { sender_batch_header, items } = body as WantedBatch
    const key = sender_batch_header.sender_batch_id ?? newId(20)
    const original = this.remembered(key)
    if (original) return this.duplicate(original)
    const { currency } = items[0].amount
    const held = this.balance.get(currency)
    if (held === undefined) {
      return refuse(
        400,
        "NON_HOLDING_CURRENCY",
        "As your PayPal balance is not held in this currency, you'll not be able to send Payouts."
      )
    }
    const total = items.reduce(
      (sum, { amount }) => sum + hundredths(amount.value),
      0n
    )
    if (total > held) {
      return refuse(
        422,
        "INSUFFICIENT_FUNDS",
        "Sender does not have sufficient funds. Please add funds and retry."
      )
    }
    this.balance.set(currency, held - total)
    const now = this.clock.now()
    const batch: Batch = {
      payout_batch_id: newId(),
      status: "PENDING",
      created_at: now,
      completed_at: null,
      header: { ...sender_batch_header, sender_batch_id: key },
      items: items.map((wanted) => ({
        payout_item_id: newId(),
        transaction_id: null,
        status: "PENDING",
        unclaimed_at: null,
        processed_at: now,
        error: null,
        wanted,
      })),
    }
    this.batches.push(batch)
    return { status: 201, body: createdView(batch, this.clock) }
  }

  show(payout_batch_id: string): Answer {
    const batch = this.batches.find(
      (one) => one.payout_batch_id === payout_batch_id
    )
    return batch
      ? { status: 200, body: batchView(batch, this.clock) }
      : notFound()
  }

  showItem(payout_item_id: string): Answer {
    const found = this.find(payout_item_id)
    return found
      ? { status: 200, body: itemView(found.batch, found.item, this.clock) }
      : notFound()
  }

  cancel(payout_item_id: string): Answer {
    const found = this.find(payout_item_id)
    if (!found) return notFound()
    const { batch, item } = found
    if (batch.status !== "SUCCESS") {
      return refuse(
        400,
        "BATCH_NOT_COMPLETED",
        "Batch is not yet complete. Only items of a completed batch can be canceled."
      )
    }
    if (item.status === "RETURNED") {
      return refuse(
        400,
        "ITEM_ALREADY_CANCELLED",
        "The requested item is already cancelled."
      )
    }
    if (item.status !== "UNCLAIMED") {
      return refuse(
        400,
        "ITEM_INCORRECT_STATUS",
        "You can only cancel items that have an Unclaimed state."
      )
    }
    this.bring(batch, item, "RETURNED", "CANCELED")
    return { status: 200, body: itemView(batch, item, this.clock) }
  }

  /** PayPal gets round to what it has taken. */
  process(): void {
    for (const batch of this.batches) {
      if (batch.status !== "PENDING") continue
      batch.status = "PROCESSING"
      this.witness({ batch, status: "PROCESSING" })
      for (const item of batch.items) {
        const { status, error } =
          TREATMENTS[this.receivers.get(item.wanted.receiver) ?? "registered"]
        item.error = error
        item.transaction_id = status === "FAILED" ? null : newId(17)
        this.bring(batch, item, status)
      }
      const denied = batch.items.every(({ status }) => status === "FAILED")
      batch.status = denied ? "DENIED" : "SUCCESS"
      batch.completed_at = this.clock.now()
      this.witness({ batch, status: batch.status })
    }
  }

  /** The payment with this key goes on: claimed, sent back, let go … */
  settle(key: string, status: ItemStatus): void {
    const batch = this.batches.findLast(
      ({ header }) => header.sender_batch_id === key
    )
    if (!batch) throw new Error(`No payment has the key ${key}`)
    for (const item of batch.items) this.bring(batch, item, status)
  }

  /** Payments of a key whose money is out: never more than one. */
  outFor(key: string): Item[] {
    return this.batches
      .filter(({ header }) => header.sender_batch_id === key)
      .flatMap(({ items }) => items.filter(isOut))
  }

  batchesFor(key: string): Batch[] {
    return this.batches.filter(({ header }) => header.sender_batch_id === key)
  }

  /** A denied batch leaves its key free, as the sandbox was seen to do. */
  private remembered(key: string): Batch | undefined {
    return this.batches.find(
      ({ header, status, created_at }) =>
        header.sender_batch_id === key &&
        status !== "DENIED" &&
        this.clock.now() - created_at < MEMORY_DAYS * DAY_MS
    )
  }

  private duplicate(original: Batch): Answer {
    const link = [batchLink(original)]
    const answer = refuse(400, "USER_BUSINESS_ERROR", "User business error.", [
      {
        field: "SENDER_BATCH_ID",
        location: "body",
        issue: "Batch with given sender_batch_id already exists",
        ...(this.duplicate_link === "details" ? { link } : {}),
      },
    ])
    return this.duplicate_link === "links"
      ? { ...answer, body: { ...(answer.body as object), links: link } }
      : answer
  }

  private bring(
    batch: Batch,
    item: Item,
    status: ItemStatus,
    name?: string
  ): void {
    const was_out = isOut(item)
    move(item, status, this.clock.now())
    if (was_out && !isOut(item)) {
      const { currency, value } = item.wanted.amount
      const held = this.balance.get(currency) ?? 0n
      this.balance.set(currency, held + hundredths(value))
    }
    this.witness({ batch, item, name })
  }

  private expire(): void {
    for (const batch of this.batches) {
      for (const item of batch.items) {
        if (
          item.unclaimed_at !== null &&
          this.clock.now() - item.unclaimed_at >= CLAIM_DAYS * DAY_MS
        ) {
          this.bring(batch, item, "RETURNED")
        }
      }
    }
  }

  private find(payout_item_id: string): { batch: Batch; item: Item } | null {
    for (const batch of this.batches) {
      const item = batch.items.find(
        (one) => one.payout_item_id === payout_item_id
      )
      if (item) return { batch, item }
    }
    return null
  }
}
