import type { WantedItem } from "./validate"

export type BatchStatus =
  "DENIED" | "PENDING" | "PROCESSING" | "SUCCESS" | "CANCELED"

export type ItemStatus =
  | "SUCCESS"
  | "FAILED"
  | "PENDING"
  | "UNCLAIMED"
  | "RETURNED"
  | "ONHOLD"
  | "BLOCKED"
  | "REFUNDED"
  | "REVERSED"

export type Batch = {
  payout_batch_id: string
  status: BatchStatus
  created_at: number
  completed_at: number | null
  header: {
    sender_batch_id: string
    email_subject?: string
    email_message?: string
  }
  items: Item[]
}

export type Item = {
  payout_item_id: string
  transaction_id: string | null
  status: ItemStatus
  /** Since when nobody has claimed it. */
  unclaimed_at: number | null
  processed_at: number
  error: { name: string; message: string } | null
  wanted: WantedItem
}

/** Where an item may go from where it is; everything else is a mistake of the test. */
const NEXT: Record<ItemStatus, ItemStatus[]> = {
  PENDING: ["SUCCESS", "FAILED", "UNCLAIMED", "ONHOLD", "BLOCKED"],
  ONHOLD: ["SUCCESS", "UNCLAIMED", "BLOCKED", "RETURNED"],
  UNCLAIMED: ["SUCCESS", "RETURNED"],
  SUCCESS: ["REFUNDED", "REVERSED"],
  FAILED: [],
  RETURNED: [],
  BLOCKED: [],
  REFUNDED: [],
  REVERSED: [],
}

export function move(item: Item, status: ItemStatus, at: number): void {
  if (!NEXT[item.status].includes(status)) {
    throw new Error(`An item goes from ${item.status} nowhere near ${status}`)
  }
  item.status = status
  item.processed_at = at
  item.unclaimed_at = status === "UNCLAIMED" ? at : null
}

/** Whether the money of an item is not with the store: it left, or waits for the receiver. */
export const isOut = ({ status }: Item): boolean =>
  status === "SUCCESS" ||
  status === "UNCLAIMED" ||
  status === "ONHOLD" ||
  status === "PENDING"

/** An amount in hundredths, whatever its currency: for sums that are exact. */
export const hundredths = (value: string): bigint => {
  const [whole, fraction = ""] = value.split(".")
  return BigInt(`${whole}${fraction.padEnd(2, "0")}`)
}
