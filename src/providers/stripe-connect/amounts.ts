/** Amounts that Stripe takes whole, without smaller units. */
const ZERO_DECIMAL = new Set([
  "bif",
  "clp",
  "djf",
  "gnf",
  "jpy",
  "kmf",
  "krw",
  "mga",
  "pyg",
  "rwf",
  "vnd",
  "vuv",
  "xaf",
  "xof",
  "xpf",
])

/** Thousandths, of which Stripe takes tens only. */
const THREE_DECIMAL = new Set(["bhd", "jod", "kwd", "omr", "tnd"])

/** Hundredths by name, of which Stripe takes hundreds only. */
const WHOLE_IN_HUNDREDTHS = new Set(["isk"])

/**
 * Stripe lists Uganda's shilling among the currencies without smaller units,
 * and elsewhere asks for hundredths of it: a hundredfold mistake, either way.
 */
const UNCERTAIN = new Set(["ugx"])

/** What Stripe reads an amount in. */
interface Unit {
  digits: number
  /** The smallest amount must be a multiple of this. */
  step: bigint
}

const unitOf = (currency: string): Unit =>
  ZERO_DECIMAL.has(currency)
    ? { digits: 0, step: 1n }
    : THREE_DECIMAL.has(currency)
      ? { digits: 3, step: 10n }
      : { digits: 2, step: WHOLE_IN_HUNDREDTHS.has(currency) ? 100n : 1n }

/** What an amount is to Stripe, or why it cannot be put to it. */
export type SmallestUnits =
  { ok: true; amount: number } | { ok: false; reason: string }

const refused = (reason: string): SmallestUnits => ({ ok: false, reason })

/**
 * An amount as Stripe takes it: whole numbers of the currency's smallest unit.
 *
 * @param amount exact decimal in major units, such as `"39.60"`
 * @example toSmallestUnits("39.60", "usd") // { ok: true, amount: 3960 }
 */
export const toSmallestUnits = (
  amount: string,
  currency_code: string
): SmallestUnits => {
  const currency = currency_code.toLowerCase()
  const name = currency.toUpperCase()
  if (UNCERTAIN.has(currency)) {
    return refused(`Payouts by Stripe cannot be made in ${name}`)
  }
  const parts = /^(\d+)(?:\.(\d+))?$/.exec(amount)
  if (!parts) return refused(`${amount} is not an amount that can be sent`)
  const { digits, step } = unitOf(currency)
  const decimals = (parts[2] ?? "").replace(/0+$/, "")
  const units =
    decimals.length <= digits
      ? BigInt(parts[1] + decimals.padEnd(digits, "0"))
      : null
  if (units === null || units % step !== 0n) {
    return refused(
      `Stripe cannot send ${amount} ${name} exactly: it takes multiples of ${toMajorUnits(Number(step), currency)} ${name}`
    )
  }
  if (units === 0n) return refused("There is nothing to send")
  if (units > BigInt(Number.MAX_SAFE_INTEGER)) {
    return refused(`${amount} ${name} is more than Stripe can send at once`)
  }
  return { ok: true, amount: Number(units) }
}

/**
 * Stripe's amount as an exact decimal in major units.
 *
 * @example toMajorUnits(3960, "usd") // "39.60"
 */
export const toMajorUnits = (units: number, currency_code: string): string => {
  const { digits } = unitOf(currency_code.toLowerCase())
  const sign = units < 0 ? "-" : ""
  const all = String(Math.abs(units)).padStart(digits + 1, "0")
  return digits === 0
    ? `${sign}${all}`
    : `${sign}${all.slice(0, -digits)}.${all.slice(-digits)}`
}
