import { Amount, max, min, sum, ZERO } from "./money"

export const ACCOUNTS = ["pending", "available", "requested", "paid"] as const
export type Account = (typeof ACCOUNTS)[number]

export type EntryType =
  | "accrue"
  | "adjust"
  | "release"
  | "clawback"
  | "bonus"
  | "manual_adjustment"
  | "payout_requested"
  | "payout_canceled"
  | "payout_failed"
  | "payout_paid"
  | "payout_reversed"

export type CommissionStatus =
  "pending" | "available" | "requested" | "paid" | "clawed_back"

/** One signed movement of a commission's money in one account. */
export interface Movement {
  account: Account
  amount: Amount
  type: EntryType
  payout_id: string | null
}

export type AccountSums = Record<Account, Amount>

/** A part of a commission inside a payout that is not yet processing. */
export interface OpenPayoutItem {
  payout_id: string
  /** What the whole payout is now. */
  payout_amount: Amount
  /** This commission's part of it. */
  amount: Amount
}

/** Where a commission's money stands, as the ledger has it. */
export interface CommissionPosition {
  sums: AccountSums
  released: boolean
  open_payouts: OpenPayoutItem[]
}

export interface PostingPlan {
  /** Payouts to cancel whole, before the movements: nothing would be left. */
  cancel_payouts: string[]
  movements: Movement[]
}

export const noMoney = (): AccountSums => ({
  pending: ZERO,
  available: ZERO,
  requested: ZERO,
  paid: ZERO,
})

/** A commission's amount is the sum of its entries over all accounts. */
export const totalOf = (sums: AccountSums): Amount =>
  sum(ACCOUNTS.map((account) => sums[account]))

const movement = (
  account: Account,
  amount: Amount,
  type: EntryType,
  payout_id: string | null = null
): Movement => ({ account, amount, type, payout_id })

/**
 * Takes `taken` out of a released commission: from what is available, then
 * from payouts not yet processing, and the rest as a debt.
 */
const planClawback = (
  position: CommissionPosition,
  taken: Amount
): PostingPlan => {
  const cancel_payouts: string[] = []
  const movements: Movement[] = []
  let rest = taken
  let fromAvailable = min(rest, max(position.sums.available, ZERO))
  rest = rest.minus(fromAvailable)
  for (const item of position.open_payouts) {
    const part = min(rest, max(item.amount, ZERO))
    if (part.isZero()) {
      continue
    }
    rest = rest.minus(part)
    if (item.payout_amount.minus(part).gt(0)) {
      movements.push(
        movement("requested", part.negated(), "clawback", item.payout_id)
      )
    } else {
      // The payout's money goes back to available first, this part with it.
      cancel_payouts.push(item.payout_id)
      fromAvailable = fromAvailable.plus(part)
    }
  }
  const available = fromAvailable.plus(rest)
  if (!available.isZero()) {
    movements.push(movement("available", available.negated(), "clawback"))
  }
  return { cancel_payouts, movements }
}

/**
 * The movements that bring a commission from what the ledger holds to what is
 * owed now. Empty when they are the same.
 */
export const planPosting = (
  position: CommissionPosition,
  owed: Amount
): PostingPlan => {
  const held = totalOf(position.sums)
  const difference = owed.minus(held)
  if (difference.isZero()) {
    return { cancel_payouts: [], movements: [] }
  }
  if (position.released) {
    return difference.gt(0)
      ? {
          cancel_payouts: [],
          movements: [movement("available", difference, "adjust")],
        }
      : planClawback(position, difference.negated())
  }
  const type =
    difference.lt(0) && owed.isZero()
      ? "clawback"
      : held.isZero()
        ? "accrue"
        : "adjust"
  return {
    cancel_payouts: [],
    movements: [movement("pending", difference, type)],
  }
}

/**
 * What a commission is brought to. Money that was released goes on to be paid
 * out, so that a released commission grows only once the order is fully paid:
 * goods added by an edit or an exchange wait for their money, as they would have
 * waited for the release. Less is always less at once.
 *
 * @param held what the ledger holds of it
 * @param payable whether the order is fully paid
 */
export const amountToHold = (
  { held, released }: { held: Amount; released: boolean },
  owed: Amount,
  payable: boolean
): Amount => (released && !payable ? min(held, owed) : owed)

/** Release moves all of a pending commission to available. */
export const planRelease = (pending: Amount): Movement[] => [
  movement("pending", pending.negated(), "release"),
  movement("available", pending, "release"),
]

/** Moves a part of a commission between two accounts on behalf of a payout. */
export const planTransfer = (
  from: Account,
  to: Account,
  amount: Amount,
  type: EntryType,
  payout_id: string
): Movement[] => [
  movement(from, amount.negated(), type, payout_id),
  movement(to, amount, type, payout_id),
]

/**
 * The status a commission's money gives it. A partial clawback keeps the
 * status; nothing left of it is `clawed_back`.
 */
export const statusOf = (
  sums: AccountSums,
  released: boolean
): CommissionStatus => {
  const amount = totalOf(sums)
  if (amount.isZero()) {
    return "clawed_back"
  }
  if (!released) {
    return "pending"
  }
  // A negative adjustment counts where it stands; a debt left by a clawback
  // must not hide that the rest was paid.
  const stands = (account: Account): boolean =>
    amount.gt(0) ? sums[account].gt(0) : sums[account].lt(0)
  if (stands("available")) {
    return "available"
  }
  return stands("requested") ? "requested" : "paid"
}
