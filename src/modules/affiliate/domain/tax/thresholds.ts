import { Amount, toAmount } from "../money"

/** What may be paid to somebody in a calendar year, in US dollars, before it is reported on form 1099-NEC. */
export interface TaxThreshold {
  /** The first tax year that it holds for, until another does. */
  year: number
  /** What is paid is reported from this amount on. */
  amount: number | string
  /** Whether payouts wait for a tax form from that amount on. */
  gate: boolean
}

/** The one currency that thresholds are in, and payments count in. */
export const TAX_CURRENCY = "usd"

/** The law as it stands: 600 through 2025, 2 000 for payments from 2026 on. */
export const LAWFUL_THRESHOLDS: readonly TaxThreshold[] = [
  { year: 0, amount: 600, gate: true },
  { year: 2026, amount: 2000, gate: true },
]

export interface ThresholdInForce {
  amount: Amount
  gate: boolean
  /** Whether the store set it, and not the law as it stood. */
  set: boolean
}

/**
 * The threshold of a tax year: the latest that does not begin after it. Of one
 * year, what the store set goes before the law as it stood.
 *
 * @param set by the store
 */
export const thresholdOf = (
  year: number,
  set: readonly TaxThreshold[]
): ThresholdInForce => {
  const known = [
    ...LAWFUL_THRESHOLDS.map((one) => ({ ...one, set: false })),
    ...set.map((one) => ({ ...one, set: true })),
  ].filter((one) => one.year <= year)
  const latest = known.reduce((best, one) =>
    one.year > best.year || (one.year === best.year && one.set) ? one : best
  )
  return {
    amount: toAmount(latest.amount),
    gate: latest.gate,
    set: latest.set,
  }
}
