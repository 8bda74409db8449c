import { Fraction, NONE } from "../../support/fraction"
import { Order } from "./order"
import { Rate, Rule, ruleFor, valueIn } from "./rules"
import { Terms } from "./terms"

interface BaseLine {
  rule: Rule | null
  units: number
  base: Fraction
}

/** What the lines of one rule earn together, or those of none. Exact, after refunds and the cap per order. */
export interface Earning {
  rule: Rule | null
  amount: Fraction
}

const percentOf = (amount: Fraction, percent: Fraction): Fraction =>
  amount.times(percent).dividedBy(Fraction.of(100))

/** What commissions are computed on: each line that counts, never less than nothing, with the rule it falls under. */
function baseLines(order: Order, terms: Terms): BaseLine[] {
  if (order.canceled) return []
  const counts = (net: Fraction): Fraction =>
    (terms.includeTax ? order.withTax(net) : net).max(NONE)
  const ruled = (title: string | null, units: number, net: Fraction) => {
    const facts = { ...terms.facts, variant: title, product: title }
    const rule = ruleFor(terms.rules, facts, order.money.code)
    if (rule && rule.pays === null) return { rule: null, units: 0, base: NONE }
    const base = counts(net)
    return {
      rule: terms.byContract ? null : rule,
      units: base.isZero() ? 0 : units,
      base,
    }
  }
  const goods = order
    .sold()
    .map(({ line, kept }) => ruled(line.title, kept, order.net(line, kept)))
  return terms.includeShipping
    ? [...goods, ruled(null, 0, order.delivery)]
    : goods
}

function earnedBy(
  type: Rate["type"],
  value: Fraction,
  lines: BaseLine[]
): Fraction {
  const base = Fraction.sum(lines.map((line) => line.base))
  const units = lines.reduce((sum, line) => sum + line.units, 0)
  return {
    percentage: () => percentOf(base, value),
    fixed_per_item: () => value.times(Fraction.of(units)),
    fixed_per_order: () => (base.isZero() ? NONE : value),
  }[type]()
}

/** What each rule's lines earn, and what those of none do. */
function earningsOf(order: Order, terms: Terms, lines: BaseLine[]): Earning[] {
  const currency = order.money.code
  return [...new Set(lines.map(({ rule }) => rule))].map((rule) => {
    const rate = rule?.pays
    const earned = afterRefunds(
      order,
      earnedBy(
        rate ? rate.type : terms.type,
        rate ? valueIn(rate, currency) : terms.value,
        lines.filter((line) => line.rule === rule)
      )
    )
    const cap = rule?.capPerOrder[currency]
    return {
      rule,
      amount: cap === undefined ? earned : earned.min(Fraction.of(cap)),
    }
  })
}

/** What of an order falls under caps that it shares with others: no more than a coin's fraction over what it earns. */
export function claimsOf(
  order: Order,
  terms: Terms
): { rule: Rule; earned: Fraction }[] {
  const { code, digits } = order.money
  return earningsOf(order, terms, baseLines(order, terms)).flatMap(
    ({ rule, amount }) =>
      rule && code in rule.capInAll
        ? [{ rule, earned: amount.negated().floored(digits).negated() }]
        : []
  )
}

/**
 * What each level is owed for the order as it stands.
 *
 * @param granted what the order has of a rule's cap that it shares with others
 */
export function owed(
  order: Order,
  terms: Terms,
  granted: (rule: Rule) => Fraction
): { base: Fraction; first: Fraction; upper: Fraction[] } {
  const lines = baseLines(order, terms)
  const base = Fraction.sum(lines.map((line) => line.base))
  const { code, digits } = order.money
  const first = Fraction.sum(
    earningsOf(order, terms, lines).map(({ rule, amount }) =>
      rule && code in rule.capInAll ? amount.min(granted(rule)) : amount
    )
  ).rounded(digits)
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
