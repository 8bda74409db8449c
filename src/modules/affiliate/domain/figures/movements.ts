import { Amount, sum, toAmount, ZERO } from "../money"
import { Account, AccountSums, EntryType, noMoney } from "../posting"

/** An entry of the ledger, with what a person knows it by. */
export interface StatementEntry {
  id: string
  /** When, to the microsecond, as text that sorts like the moment. */
  at: string
  account: Account
  /** Exact decimal, signed. */
  amount: string
  type: EntryType
  commission_id: string | null
  payout_id: string | null
  /** `sale`, `level`, …; `null` without a commission. */
  kind: string | null
  order_display_id: number | null
  payout_display_id: number | null
  /** Why money was given or taken by hand. */
  reason: string | null
}

/** What one fact did to an affiliate's accounts: the entries that were posted for it together. */
export interface StatementMovement {
  at: string
  type: EntryType
  kind: string | null
  order_display_id: number | null
  payout_display_id: number | null
  reason: string | null
  changes: AccountSums
}

/** Of movements of one moment, in which order a person understands them. */
const SEQUENCE: EntryType[] = [
  "accrue",
  "adjust",
  "bonus",
  "manual_adjustment",
  "release",
  "payout_requested",
  "payout_paid",
  "payout_canceled",
  "payout_failed",
  "payout_reversed",
  "clawback",
]

/** A payout moves as one, whatever commissions it is made of; all else goes by its commission. */
const factOf = ({ type, payout_id, commission_id }: StatementEntry): string =>
  type.startsWith("payout_")
    ? `${type}:${payout_id}`
    : `${type}:${commission_id}`

const movementOf = (entry: StatementEntry): StatementMovement => {
  const isPayout = entry.type.startsWith("payout_")
  return {
    at: entry.at,
    type: entry.type,
    kind: isPayout ? null : entry.kind,
    order_display_id: isPayout ? null : entry.order_display_id,
    payout_display_id: entry.payout_display_id,
    reason: isPayout ? null : entry.reason,
    changes: noMoney(),
  }
}

/**
 * Puts the entries of each fact together, from entries in the order of their
 * time that come bit by bit. Entries of one fact are of one moment: they were
 * posted in one transaction.
 */
export class Movements {
  private at = ""
  private open = new Map<string, StatementMovement>()

  /** @returns the movements that no later entry can belong to any more */
  add(entry: StatementEntry): StatementMovement[] {
    const finished = entry.at === this.at ? [] : this.end()
    this.at = entry.at
    const fact = factOf(entry)
    const movement = this.open.get(fact) ?? movementOf(entry)
    this.open.set(fact, movement)
    const { changes } = movement
    changes[entry.account] = changes[entry.account].plus(toAmount(entry.amount))
    return finished
  }

  /** @returns what is left: there are no entries any more */
  end(): StatementMovement[] {
    const finished = [...this.open.values()]
    this.open = new Map()
    return finished.sort(
      (a, b) => SEQUENCE.indexOf(a.type) - SEQUENCE.indexOf(b.type)
    )
  }
}

/** What the store owes: earned, and not paid out yet. */
export const owedOf = ({
  pending,
  available,
  requested,
}: AccountSums): Amount => sum([pending, available, requested])

export const addSums = (a: AccountSums, b: AccountSums): AccountSums => ({
  pending: a.pending.plus(b.pending),
  available: a.available.plus(b.available),
  requested: a.requested.plus(b.requested),
  paid: a.paid.plus(b.paid),
})

/** A line of a statement. */
export interface StatementRow extends StatementMovement {
  /** By how much what the store owes changed. */
  amount: Amount
  /** What the store owed after it. */
  balance: Amount
}

/** When it was, as it is told: a moment in ISO 8601, to the millisecond. */
export const momentOf = ({ at }: Pick<StatementMovement, "at">): string =>
  new Date(at).toISOString()

/** Adds movements up, from where the accounts stood before them. */
export class RunningBalance {
  constructor(public sums: AccountSums) {}

  rowOf(movement: StatementMovement): StatementRow {
    this.sums = addSums(this.sums, movement.changes)
    return {
      ...movement,
      amount: owedOf({ ...movement.changes, paid: ZERO }),
      balance: owedOf(this.sums),
    }
  }
}

const WORDS: Record<EntryType, string> = {
  accrue: "Earned from an order",
  adjust: "Changed with its order",
  release: "Released: can be paid out",
  clawback: "Taken back with its order",
  bonus: "Bonus",
  manual_adjustment: "Adjustment by the store",
  payout_requested: "Payout requested",
  payout_canceled: "Payout canceled",
  payout_failed: "Payout failed",
  payout_paid: "Paid out",
  payout_reversed: "Payout came back",
}

/** What happened, in words for the affiliate. */
export const wordsOf = ({
  type,
  kind,
}: Pick<StatementMovement, "type" | "kind">): string =>
  type === "accrue" && kind === "level"
    ? "Earned from an order of a sub-affiliate"
    : WORDS[type]
