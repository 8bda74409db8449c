/** The share of each order line in a commission; the id of the order's line is the merchant's to see. */
export const lineFields = ["id", "title", "quantity", "base", "amount"].map(
  (field) => `lines.${field}`
)

/** The movements of a commission in the ledger. */
export const entryFields = [
  "id",
  "account",
  "amount",
  "type",
  "payout_id",
  "created_at",
].map((field) => `entries.${field}`)

interface Entry {
  id?: string
  created_at?: Date | string
}

/** A commission with its movements as they happened, as far as they were asked for. */
export const withEntriesInOrder = <
  Commission extends { entries?: (Entry | null)[] | null },
>(
  commission: Commission
): Commission =>
  commission.entries
    ? { ...commission, entries: [...commission.entries].sort(byTime) }
    : commission

const byTime = (a: Entry | null, b: Entry | null): number =>
  timeOf(a) - timeOf(b) || ((a?.id ?? "") < (b?.id ?? "") ? -1 : 1)

const timeOf = (entry: Entry | null): number =>
  new Date(entry?.created_at ?? 0).getTime()
