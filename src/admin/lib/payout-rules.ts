import type { PayoutAction } from "../hooks/payouts"
import type { Payout } from "../types"

/** Actions in the order in which a merchant needs them. */
export const PAYOUT_ACTIONS: PayoutAction[] = [
  "process",
  "look-up",
  "mark-paid",
  "retry",
  "cancel",
]

/** Whether the store would put this payout into the file for the bank: not while it can still be lowered. */
export const isForBank = ({ status }: Pick<Payout, "status">): boolean =>
  status !== "pending"

/** Whether it may go into a SEPA file too: those carry euros only. */
export const isForSepa = (
  payout: Pick<Payout, "status" | "provider" | "currency_code">
): boolean =>
  isForBank(payout) &&
  payout.provider === "manual" &&
  payout.currency_code === "eur"

/** Whether the store would accept this action for this payout. */
export function allows(
  action: PayoutAction,
  { status, provider }: Pick<Payout, "status" | "provider">
): boolean {
  switch (action) {
    case "process":
      return status === "pending"
    case "look-up":
      // A person who transfers by hand is not asked; a service may have answered late.
      return status === "processing" && provider !== "manual"
    case "mark-paid":
      return status === "pending" || status === "processing"
    case "cancel":
      // Only what a person sends by hand can be called back on the way.
      return (
        status === "pending" ||
        (status === "processing" && provider === "manual")
      )
    case "retry":
      return status === "failed"
  }
}
