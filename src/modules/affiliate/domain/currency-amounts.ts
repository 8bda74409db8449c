import { fitsCurrency, toAmount } from "./money"

/** An amount of a request, with the field it came in. */
export interface NamedAmount {
  field: string
  currency_code: string
  amount: number
}

/**
 * @param digits decimal digits of the currencies that the store knows
 * @returns what is wrong with the first wrong amount, naming field and currency; `null` = nothing
 */
export const problemOfAmounts = (
  amounts: NamedAmount[],
  digits: Map<string, number>
): string | null => {
  for (const { field, currency_code, amount } of amounts) {
    const allowed = digits.get(currency_code.toLowerCase())
    if (allowed === undefined) {
      return `Field '${field}': the currency ${currency_code} is unknown`
    }
    if (!fitsCurrency(toAmount(amount), allowed)) {
      return `Field '${field}': ${amount} has more decimals than ${currency_code} has (${allowed})`
    }
  }
  return null
}
