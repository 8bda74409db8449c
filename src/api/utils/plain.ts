import { BigNumber } from "@medusajs/framework/utils"

/**
 * An answer as JSON shows it: amounts are numbers, and Medusa's `raw_…` twins of them stay inside.
 *
 * @param value what a query answered; dates are left to JSON
 */
export const plain = <Value>(value: Value): Value => strip(value) as Value

const strip = (value: unknown): unknown => {
  if (value instanceof BigNumber) {
    return value.numeric
  }
  if (Array.isArray(value)) {
    return value.map(strip)
  }
  if (value === null || typeof value !== "object" || value instanceof Date) {
    return value
  }
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !name.startsWith("raw_"))
      .map(([name, inner]) => [name, strip(inner)])
  )
}
