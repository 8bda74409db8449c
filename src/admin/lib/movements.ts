import type { Entry, EntryAccount, EntryType } from "../types"
import { addAmounts } from "./amounts"

export const ACCOUNTS: EntryAccount[] = [
  "pending",
  "available",
  "requested",
  "paid",
]

/** What happened at one moment, with what it did to each account. */
export type Movement = {
  id: string
  type: EntryType
  at: string
  amounts: Partial<Record<EntryAccount, number>>
}

/**
 * Entries as people think of them: the two sides of a release, or all
 * commissions of a payout, are one movement. Entries of one transaction carry
 * the same time, so that is what tells them apart.
 *
 * @param entries Of one currency, oldest first.
 */
export function movementsOf(
  entries: Entry[],
  currencyCode: string
): Movement[] {
  const movements = new Map<string, Movement>()
  for (const { id, type, created_at, payout_id, account, amount } of entries) {
    const key = [created_at, type, payout_id].join("|")
    const movement = movements.get(key) ?? {
      id,
      type,
      at: created_at,
      amounts: {},
    }
    movement.amounts[account] = addAmounts(
      [movement.amounts[account] ?? 0, amount],
      currencyCode
    )
    movements.set(key, movement)
  }
  return [...movements.values()]
}

/** Where the money stands after all of the entries. */
export function standOf(
  entries: Entry[],
  currencyCode: string
): Record<EntryAccount, number> {
  const of = (account: EntryAccount) =>
    addAmounts(
      entries
        .filter((entry) => entry.account === account)
        .map((entry) => entry.amount),
      currencyCode
    )
  return {
    pending: of("pending"),
    available: of("available"),
    requested: of("requested"),
    paid: of("paid"),
  }
}
