import type { CurrencyAmount } from "../types"
import { currencyDigits } from "./format"

/**
 * Adds amounts of one currency in its smallest unit, because 0.1 + 0.2 is not
 * 0.3. The answer is in major units again.
 */
export function addAmounts(amounts: number[], currencyCode: string): number {
  const unit = 10 ** currencyDigits(currencyCode)
  const total = amounts.reduce(
    (sum, amount) => sum + Math.round(amount * unit),
    0
  )
  return total / unit
}

/** One sum for each currency, never across them; in the order of the codes. */
export function sumByCurrency(amounts: CurrencyAmount[]): CurrencyAmount[] {
  const byCurrency = new Map<string, number[]>()
  for (const { currency_code, amount } of amounts) {
    byCurrency.set(currency_code, [
      ...(byCurrency.get(currency_code) ?? []),
      amount,
    ])
  }
  return [...byCurrency]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency_code, parts]) => ({
      currency_code,
      amount: addAmounts(parts, currency_code),
    }))
}
