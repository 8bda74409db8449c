import { Amount, fitsCurrency, sum } from "./money"
import { PayoutPart } from "./payout"

/** A commission's part of a payout, with how much of it came back before. */
export interface ReturnablePart extends PayoutPart {
  returned: Amount
}

/**
 * Spreads money that came back over what the payout was made of, in proportion
 * to what is still out, by largest remainder: the parts add up to `amount`
 * exactly, none is more than is out of it, and when all has come back each is
 * whole. A netted debt comes back as a debt. Of equal remainders the earlier part is served first.
 *
 * @param amount positive, no more than what is out of all parts together
 * @param digits decimal digits of the currency; every amount fits them
 */
export const spreadReturn = (
  parts: ReturnablePart[],
  amount: Amount,
  digits: number
): PayoutPart[] => {
  const out = parts.map((part) => part.amount.minus(part.returned))
  const whole = sum(out)
  if (amount.lte(0) || amount.gt(whole)) {
    throw new RangeError("spreadReturn: amount must be of what is still out")
  }
  if (![amount, ...out].every((value) => fitsCurrency(value, digits))) {
    throw new RangeError("spreadReturn: an amount has too many decimals")
  }
  // In units of the currency and without a rounded division.
  const units = amount.shiftedBy(digits)
  const shares = out.map((value, index) => {
    const scaled = units.times(value)
    const cut = scaled.dividedToIntegerBy(whole)
    // Cut towards zero; of a debt that is too much.
    const floor = cut.times(whole).gt(scaled) ? cut.minus(1) : cut
    return { index, floor, remainder: scaled.minus(floor.times(whole)) }
  })
  const missing = units.minus(sum(shares.map(({ floor }) => floor))).toNumber()
  const served = new Set(
    [...shares]
      .sort((a, b) => b.remainder.comparedTo(a.remainder)! || a.index - b.index)
      .slice(0, missing)
      .map(({ index }) => index)
  )
  return parts.map(({ commission_id }, index) => {
    const { floor } = shares[index]
    return {
      commission_id,
      amount: (served.has(index) ? floor.plus(1) : floor).shiftedBy(-digits),
    }
  })
}
