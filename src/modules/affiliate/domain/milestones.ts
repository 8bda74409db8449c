import { CurrencyAmount } from "./terms"

/** Earnings that a new program celebrates, unless it names others. Major units. */
export const DEFAULT_MILESTONES: CurrencyAmount[] = [50, 100, 500, 1000].map(
  (amount) => ({ currency_code: "usd", amount })
)
