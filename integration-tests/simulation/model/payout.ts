import { Fraction, NONE } from "../../support/fraction"
import { Commission } from "./commission"
import { Affiliate, PayoutAccount } from "./terms"

/** What a payout has of one commission. */
export interface Part {
  commission: Commission
  amount: Fraction
  /** What came back of it after it was paid. */
  returned: Fraction
}

export interface Payout {
  id: string
  affiliate: Affiliate
  currency: string
  status: "pending" | "processing" | "paid" | "failed" | "canceled"
  /** Where this attempt goes, whatever is on file by now. */
  account: PayoutAccount
  /** Tries so far; what is said of an earlier one changes nothing. */
  attempt: number
  parts: Part[]
}

export const worthOf = ({ parts }: Payout): Fraction =>
  Fraction.sum(parts.map(({ amount }) => amount))

/** What came back of a payout, in all. */
export const returnedOf = ({ parts }: Payout): Fraction =>
  Fraction.sum(parts.map(({ returned }) => returned))

/** Whether a service sends it, which can be asked and has a word of its own. */
export const isByService = ({ account }: Payout): boolean => account !== "bank"

/** Debts first, so that they are netted, then what was released earliest; the last is split. */
export function fill(commissions: Commission[], amount: Fraction): Part[] {
  const part = (commission: Commission, of: Fraction): Part => ({
    commission,
    amount: of,
    returned: NONE,
  })
  const sign = (one: Commission): number => one.money.available.compare(NONE)
  const parts = commissions
    .filter((one) => sign(one) < 0)
    .map((debt) => part(debt, debt.money.available))
  const inTurn = commissions
    .filter((one) => sign(one) > 0)
    .sort(
      (a, b) =>
        a.releasedInTurn! - b.releasedInTurn! || (a.id! < b.id! ? -1 : 1)
    )
  let rest = amount.minus(Fraction.sum(parts.map((debt) => debt.amount)))
  for (const commission of inTurn) {
    const taken = rest.min(commission.money.available)
    if (taken.compare(NONE) > 0) parts.push(part(commission, taken))
    rest = rest.minus(taken)
  }
  return parts
}

/**
 * What comes back of each part when so much comes back of the whole: of each the same share of what is still out, in whole
 * coins of so many digits; the odd coins go to those who lost most by the cut, the first by the commission's id before others.
 */
export function spread(
  parts: Part[],
  amount: Fraction,
  digits: number
): Map<Part, Fraction> {
  const coin = Fraction.of(1).dividedBy(Fraction.of(10 ** digits))
  const inTurn = [...parts].sort((a, b) =>
    a.commission.id! < b.commission.id! ? -1 : 1
  )
  const outOf = ({ amount, returned }: Part) => amount.minus(returned)
  const out = Fraction.sum(inTurn.map(outOf))
  const cuts = inTurn.map((part) => {
    const fair = outOf(part).times(amount).dividedBy(out)
    return { part, fair, coins: fair.floored(digits) }
  })
  let odd = amount.minus(Fraction.sum(cuts.map(({ coins }) => coins)))
  const mostCut = [...cuts].sort((a, b) =>
    b.fair.minus(b.coins).compare(a.fair.minus(a.coins))
  )
  for (const cut of mostCut) {
    if (odd.compare(NONE) <= 0) break
    cut.coins = cut.coins.plus(coin)
    odd = odd.minus(coin)
  }
  return new Map(cuts.map(({ part, coins }) => [part, coins]))
}
