import { Fraction, NONE } from "../../support/fraction"
import { Order } from "./order"

export interface Level {
  level: number
  percent: number
  basis: "order" | "commission"
}

export interface Program {
  id: string
  name: string
  type: "percentage" | "fixed_per_item" | "fixed_per_order"
  value: number
  /** By currency; a currency that is missing earns nothing, unless all are. */
  fixed: Record<string, number>
  holdDays: number
  trailingMonths: number | null
  firstTouch: boolean
  selfReferral: "block" | "flag" | "allow"
  newCustomersOnly: boolean
  includeShipping: boolean
  includeTax: boolean
  minimums: Record<string, number>
  levels: Level[]
}

export interface Affiliate {
  id: string
  name: string
  email: string
  customerId: string | null
  program: Program
  tier: {
    id: string
    value: number | null
    minimums: Record<string, number>
  } | null
  parent: Affiliate | null
  percent: number | null
  status: "approved" | "suspended"
  hasPayoutMethod: boolean
}

/** What an order is priced with for ever. */
export interface Terms {
  type: Program["type"]
  value: Fraction
  holdDays: number
  trailingMonths: number | null
  includeShipping: boolean
  includeTax: boolean
  upper: {
    level: number
    affiliate: Affiliate
    percent: number
    basis: Level["basis"]
  }[]
}

/** The affiliate's own percentage, else the tier's value, else the program's. */
export function termsOf(
  { program, tier, percent }: Affiliate,
  currency: string,
  upper: Terms["upper"]
): Terms {
  const listed =
    Object.keys(program.fixed).length > 0 && program.type !== "percentage"
  const programs = listed ? (program.fixed[currency] ?? 0) : program.value
  return {
    type: percent === null ? program.type : "percentage",
    value: Fraction.of(percent ?? tier?.value ?? programs),
    holdDays: program.holdDays,
    trailingMonths: program.trailingMonths,
    includeShipping: program.includeShipping,
    includeTax: program.includeTax,
    upper,
  }
}

const percentOf = (amount: Fraction, percent: Fraction): Fraction =>
  amount.times(percent).dividedBy(Fraction.of(100))

/** What commissions are computed on: each line that counts, never less than nothing. */
export function baseLines(
  order: Order,
  terms: Terms
): { id: string | null; units: number; base: Fraction }[] {
  if (order.canceled) return []
  const counts = (net: Fraction): Fraction =>
    (terms.includeTax ? order.withTax(net) : net).max(NONE)
  const goods = order.sold().map(({ line, kept }) => ({
    id: line.id,
    units: kept,
    base: counts(order.net(line, kept)),
  }))
  return terms.includeShipping
    ? [...goods, { id: null, units: 0, base: counts(order.delivery) }]
    : goods
}

/** What each level is owed for the order as it stands. */
export function owed(
  order: Order,
  terms: Terms
): { base: Fraction; first: Fraction; upper: Fraction[] } {
  const lines = baseLines(order, terms)
  const base = Fraction.sum(lines.map((line) => line.base))
  const units = lines
    .filter((line) => !line.base.isZero())
    .reduce((sum, line) => sum + line.units, 0)
  const earned = {
    percentage: () => percentOf(base, terms.value),
    fixed_per_item: () => terms.value.times(Fraction.of(units)),
    fixed_per_order: () => (base.isZero() ? NONE : terms.value),
  }[terms.type]()
  const { digits } = order.money
  const first = afterRefunds(order, earned).rounded(digits)
  const upper = terms.upper.map(({ percent, basis }) =>
    basis === "order"
      ? afterRefunds(order, percentOf(base, Fraction.of(percent))).rounded(
          digits
        )
      : percentOf(first, Fraction.of(percent)).rounded(digits)
  )
  return { base, first, upper }
}

/** Scaled by what goodwill refunds have left of the order. */
function afterRefunds(order: Order, amount: Fraction): Fraction {
  const worth = order.worth()
  if (worth.compare(NONE) <= 0) return amount
  const left = worth.minus(order.goodwill).max(NONE)
  return amount.times(left).dividedBy(worth)
}
