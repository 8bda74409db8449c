/**
 * An exact fraction of whole numbers. What tests expect is reckoned with it, so that no rounding of a library, ours or
 * another's, is on both sides of a comparison.
 */
export class Fraction {
  private constructor(
    readonly over: bigint,
    readonly under: bigint
  ) {}

  /** @param value a whole number, or a decimal as JavaScript or Postgres writes it */
  static of(value: Fraction | bigint | number | string): Fraction {
    if (value instanceof Fraction) return value
    if (typeof value === "bigint") return new Fraction(value, 1n)
    const match = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i.exec(String(value))
    if (!match) throw new Error(`not a decimal: ${value}`)
    const [, sign, whole, decimals = "", exponent = "0"] = match
    const digits = BigInt(`${sign}${whole}${decimals}`)
    const shift = Number(exponent) - decimals.length
    return shift >= 0
      ? new Fraction(digits * 10n ** BigInt(shift), 1n)
      : Fraction.reduced(digits, 10n ** BigInt(-shift))
  }

  private static reduced(over: bigint, under: bigint): Fraction {
    const sign = under < 0n ? -1n : 1n
    const divisor = sign * greatestCommonDivisor(over, under)
    return new Fraction(over / divisor, under / divisor)
  }

  static sum(values: Fraction[]): Fraction {
    return values.reduce((total, value) => total.plus(value), NONE)
  }

  plus(other: Fraction): Fraction {
    return Fraction.reduced(
      this.over * other.under + other.over * this.under,
      this.under * other.under
    )
  }

  minus(other: Fraction): Fraction {
    return this.plus(other.negated())
  }

  times(other: Fraction): Fraction {
    return Fraction.reduced(this.over * other.over, this.under * other.under)
  }

  /** @throws when the other is zero */
  dividedBy(other: Fraction): Fraction {
    if (other.over === 0n) throw new RangeError("division by zero")
    return Fraction.reduced(this.over * other.under, this.under * other.over)
  }

  negated(): Fraction {
    return new Fraction(-this.over, this.under)
  }

  /** Negative, zero or positive, as a sort wants it. */
  compare(other: Fraction): number {
    const difference = this.over * other.under - other.over * this.under
    return difference < 0n ? -1 : difference > 0n ? 1 : 0
  }

  isZero(): boolean {
    return this.over === 0n
  }

  equals(other: Fraction): boolean {
    return this.compare(other) === 0
  }

  min(other: Fraction): Fraction {
    return this.compare(other) <= 0 ? this : other
  }

  max(other: Fraction): Fraction {
    return this.compare(other) >= 0 ? this : other
  }

  /** To so many decimals: a half goes away from zero. */
  rounded(digits: number): Fraction {
    const scale = 10n ** BigInt(digits)
    const size = this.over < 0n ? -this.over : this.over
    const units = (2n * size * scale + this.under) / (2n * this.under)
    return Fraction.reduced(this.over < 0n ? -units : units, scale)
  }

  /** To so many decimals, towards less. */
  floored(digits: number): Fraction {
    const scale = 10n ** BigInt(digits)
    const product = this.over * scale
    const units =
      product < 0n && product % this.under !== 0n
        ? product / this.under - 1n
        : product / this.under
    return Fraction.reduced(units, scale)
  }

  /** The nearest JavaScript number, for a figure of few decimals the one that JSON has. */
  toNumber(): number {
    return Number(this.toDecimal(DECIMALS_OF_A_NUMBER))
  }

  /** As decimal text without trailing zeros, rounded to so many decimals. */
  toDecimal(digits = DECIMALS_OF_A_NUMBER): string {
    const { over, under } = this.rounded(digits)
    const size = over < 0n ? -over : over
    const scale = 10n ** BigInt(digits)
    const text = String((size * scale) / under).padStart(digits + 1, "0")
    const whole = text.slice(0, text.length - digits)
    const decimals = text.slice(text.length - digits).replace(/0+$/, "")
    return `${over < 0n ? "-" : ""}${whole}${decimals && `.${decimals}`}`
  }

  toString(): string {
    return this.toDecimal()
  }
}

/** More than a JavaScript number can tell apart in the amounts of these tests. */
const DECIMALS_OF_A_NUMBER = 18

export const NONE = Fraction.of(0)
export const WHOLE = Fraction.of(1)

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b]
  return a < 0n ? -a : a
}
