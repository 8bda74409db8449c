import { Fraction, NONE } from "../../support/fraction"
import { Order } from "./order"
import { Affiliate } from "./terms"

export const ACCOUNTS = ["pending", "available", "requested", "paid"] as const
export type Account = (typeof ACCOUNTS)[number]

/** What somebody earns from an order, or was given by hand, and where that money stands. */
export interface Commission {
  affiliate: Affiliate
  /** `null` for money given by hand. */
  order: Order | null
  level: number
  kind: "sale" | "trailing" | "level" | "adjustment"
  currency: string
  money: Record<Account, Fraction>
  original: Fraction
  /** Until it may be released; none when it was from the start. */
  daysLeft: number
  /** When it was released, counted in releases; `null` while it is not. */
  releasedInTurn: number | null
  held: boolean
  /** Whether the order lets the money go. */
  payable: boolean
  /** As the store calls it, once it is known. */
  id: string | null
}

export const amountOf = ({ money }: Commission): Fraction =>
  Fraction.sum(ACCOUNTS.map((account) => money[account]))

export const noMoney = (): Commission["money"] => ({
  pending: NONE,
  available: NONE,
  requested: NONE,
  paid: NONE,
})

/** Nothing left is clawed back; otherwise it is where its money is, the nearest to the affiliate first. */
export function statusOf(commission: Commission): string {
  const amount = amountOf(commission)
  if (amount.isZero()) return "clawed_back"
  if (commission.releasedInTurn === null) return "pending"
  const sign = amount.compare(NONE)
  const holds = (account: Account): boolean =>
    commission.money[account].compare(NONE) === sign
  return holds("available")
    ? "available"
    : holds("requested")
      ? "requested"
      : "paid"
}
