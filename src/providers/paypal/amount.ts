/** What PayPal pays out in, with the decimals it takes: for the forint and the Taiwan dollar fewer than ISO 4217 has. */
const DECIMALS: Readonly<Record<string, number>> = {
  AUD: 2,
  BRL: 2,
  CAD: 2,
  CHF: 2,
  CZK: 2,
  DKK: 2,
  EUR: 2,
  GBP: 2,
  HKD: 2,
  HUF: 0,
  ILS: 2,
  JPY: 0,
  MXN: 2,
  MYR: 2,
  NOK: 2,
  NZD: 2,
  PHP: 2,
  PLN: 2,
  SEK: 2,
  SGD: 2,
  THB: 2,
  TWD: 0,
  USD: 2,
}

export const PAYPAL_CURRENCIES: readonly string[] = Object.keys(DECIMALS)

export type PayPalAmount = { value: string; currency: string }

/**
 * An amount as PayPal takes it, or in plain words why it takes none such.
 *
 * @param amount exact decimal in major units, such as `"39.60"`
 */
export const toPayPalAmount = (
  amount: string,
  currency_code: string
): PayPalAmount | { problem: string } => {
  const currency = currency_code.toUpperCase()
  const decimals = DECIMALS[currency]
  if (decimals === undefined) {
    return { problem: `PayPal does not pay out in ${currency}` }
  }
  const [, whole, fraction = ""] = /^(\d+)(?:\.(\d+))?$/.exec(amount) ?? []
  if (whole === undefined) {
    return { problem: `${amount} is not an amount that PayPal can send` }
  }
  if (/[1-9]/.test(fraction.slice(decimals))) {
    return {
      problem: `PayPal sends ${currency} with ${decimals === 0 ? "no decimals" : `${decimals} decimals`}: ${amount} cannot be sent`,
    }
  }
  const digits = whole.replace(/^0+(?=\d)/, "")
  const cents = fraction.slice(0, decimals).padEnd(decimals, "0")
  if (!/[1-9]/.test(digits + cents)) {
    return { problem: "PayPal sends no amount of zero" }
  }
  return { value: decimals ? `${digits}.${cents}` : digits, currency }
}

/** Whether two decimals are the same number, however many zeros they are written with. */
export const isSameDecimal = (one: string, other: string): boolean =>
  plain(one) === plain(other)

const plain = (decimal: string): string => {
  const [whole, fraction = ""] = decimal.split(".")
  const rest = fraction.replace(/0+$/, "")
  return `${whole.replace(/^0+(?=\d)/, "")}${rest ? `.${rest}` : ""}`
}
