import { BigNumberInput } from "@medusajs/framework/types"
import { MathBN } from "@medusajs/framework/utils"

/** An exact decimal. Never a JavaScript number while money is computed. */
export type Amount = ReturnType<typeof MathBN.convert>

/** bignumber.js `ROUND_HALF_UP`: to the nearest, half away from zero. */
const HALF_AWAY_FROM_ZERO = 4

export const ZERO: Amount = MathBN.convert(0)

/** @param value major units, as number, string or Medusa's BigNumber */
export const toAmount = (value: BigNumberInput): Amount => MathBN.convert(value)

/**
 * Rounds half away from zero to the currency's own digits.
 *
 * @param digits decimal digits of the currency: JPY 0, USD 2, KWD 3
 */
export const roundToCurrency = (value: Amount, digits: number): Amount =>
  value.decimalPlaces(digits, HALF_AWAY_FROM_ZERO)

/**
 * `value × part ÷ whole`, rounded once, a half upwards. Dividing first would
 * cut the quotient off, and what is exactly half a cent would no longer be.
 *
 * @param value not negative
 * @param part not negative
 * @param whole positive
 */
export const roundShare = (
  value: Amount,
  part: Amount,
  whole: Amount,
  digits: number
): Amount => {
  if (value.lt(0) || part.lt(0) || whole.lte(0)) {
    throw new RangeError(
      "roundShare: nothing may be negative, nor the whole zero"
    )
  }
  const scaled = value.times(part).shiftedBy(digits)
  const units = scaled.dividedToIntegerBy(whole)
  const rest = scaled.minus(units.times(whole))
  return (rest.times(2).gte(whole) ? units.plus(1) : units).shiftedBy(-digits)
}

/** True when the amount has no more decimals than the currency has digits. */
export const fitsCurrency = (value: Amount, digits: number): boolean =>
  (value.decimalPlaces() ?? 0) <= digits

export const sum = (values: Amount[]): Amount =>
  values.reduce((total, value) => total.plus(value), ZERO)

export const min = (a: Amount, b: Amount): Amount => (a.lt(b) ? a : b)
export const max = (a: Amount, b: Amount): Amount => (a.gt(b) ? a : b)

/** The exact decimal text that goes into the database. */
export const toDecimal = (value: Amount): string => value.toFixed()

/**
 * Splits `total` over `weights` by largest remainder, so that the parts add up
 * to it exactly. Of equal remainders the larger share is served first, then the
 * earlier one. Where every weight is zero the parts are equal shares.
 *
 * @param total  not negative, already rounded to `digits`
 * @param weights not negative
 */
export const allocate = (
  total: Amount,
  weights: Amount[],
  digits: number
): Amount[] => {
  if (total.lt(0) || weights.some((weight) => weight.lt(0))) {
    throw new RangeError("allocate: total and weights must not be negative")
  }
  if (!weights.length) {
    return []
  }
  const given = sum(weights)
  const shares = given.isZero() ? weights.map(() => toAmount(1)) : weights
  const whole = sum(shares)
  // In units of the currency and without a rounded division, so that equal
  // remainders are equal.
  const units = total.shiftedBy(digits)
  const parts = shares.map((share) =>
    units.times(share).dividedToIntegerBy(whole)
  )
  const missing = units.minus(sum(parts)).toNumber()
  const byRemainder = shares
    .map((share, index) => ({
      index,
      remainder: units.times(share).minus(parts[index].times(whole)),
    }))
    .sort(
      (a, b) =>
        b.remainder.comparedTo(a.remainder)! ||
        shares[b.index].comparedTo(shares[a.index])! ||
        a.index - b.index
    )
  for (const { index } of byRemainder.slice(0, missing)) {
    parts[index] = parts[index].plus(1)
  }
  return parts.map((part) => part.shiftedBy(-digits))
}
