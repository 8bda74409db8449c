import { Fraction } from "../../support/fraction"

/** How much is paid: percent, or an amount of money for each unit or for the order. */
export interface Rate {
  type: "percentage" | "fixed_per_item" | "fixed_per_order"
  value: number
  /** Amounts by currency, instead of `value` where there are any. */
  fixed: Record<string, number>
}

/** What the simulation's rules ask about; whoever asks about one of these says more than by all that follow it. */
export const ATTRIBUTES = [
  "variant",
  "product",
  "affiliate",
  "customer_kind",
  "tier",
  "region",
] as const
export type Attribute = (typeof ATTRIBUTES)[number]

export interface Condition {
  of: Attribute
  among: string[]
  /** Meant is everything but these. */
  not: boolean
}

/** What a rule says since it was last published. An order keeps this, whatever becomes of the rule. */
export interface Rule {
  /** As the store calls it, in all its versions. */
  id: string
  name: string
  version: number
  publishedInTurn: number
  conditions: Condition[]
  /** `null` = what it is for earns nothing. */
  pays: Rate | null
  /** By currency, like the next. */
  capPerOrder: Record<string, number>
  /** Shared by all orders of an affiliate. */
  capInAll: Record<string, number>
}

/** What an order, or one of its lines, is to rules; `null` = it has no such thing. */
export type Facts = Record<Attribute, string | null>

const holds = (facts: Facts, { of, among, not }: Condition): boolean =>
  among.some((value) => value === facts[of]) !== not

const listsOthersOnly = ({ type, fixed }: Rate, currency: string): boolean =>
  type !== "percentage" && Object.keys(fixed).length > 0 && !(currency in fixed)

/** What a rate is in a currency; nothing where amounts are listed in others only. */
export function valueIn(rate: Rate, currency: string): Fraction {
  if (listsOthersOnly(rate, currency)) return Fraction.of(0)
  const listed = rate.type === "percentage" ? undefined : rate.fixed[currency]
  return Fraction.of(listed ?? rate.value)
}

/** A letter for each attribute, so that texts compare as the rules do. */
const telling = ({ conditions }: Rule, not: boolean): string =>
  ATTRIBUTES.map((attribute) =>
    conditions.some((one) => one.of === attribute && one.not === not)
      ? "b"
      : "a"
  ).join("")

/** Whether a rule goes before another that applies too. */
function goesBefore(one: Rule, other: Rule): boolean {
  for (const not of [false, true]) {
    const [a, b] = [telling(one, not), telling(other, not)]
    if (a !== b) return a > b
  }
  if ((one.pays === null) !== (other.pays === null)) return one.pays === null
  return one.publishedInTurn > other.publishedInTurn
}

/** The rule that something falls under; `null` = none. */
export function ruleFor(
  rules: Rule[],
  facts: Facts,
  currency: string
): Rule | null {
  const applying = rules.filter(
    ({ conditions, pays }) =>
      conditions.every((condition) => holds(facts, condition)) &&
      !(pays && listsOthersOnly(pays, currency))
  )
  return applying.reduce<Rule | null>(
    (best, rule) => (best && goesBefore(best, rule) ? best : rule),
    null
  )
}
