import { BigNumberInput } from "@medusajs/framework/types"

import { CommissionableLine, RefundShare } from "../commissionable"
import { Amount, min, sum, toAmount, ZERO } from "../money"
import { amountIn, CommissionType, PinnedTerms } from "../terms"
import { Rule } from "./rule"

/**
 * The lines of an order that earn by one rate, and what they earn together.
 * `scaled` is that times the order's whole worth: the share that is left after
 * goodwill refunds is a division, and is only made when a commission is rounded.
 */
export interface LineGroup {
  /** `null` = by the affiliate's, tier's or program's rate. */
  rule: Rule | null
  /** Of the lines, in the order's list. */
  indexes: number[]
  /** What each of these has of the group's earnings. */
  weights: Amount[]
  scaled: Amount
  /** What it would be without the rule's cap per order. */
  uncapped: Amount
}

/** Exact: a division by 100 would be cut off after 20 decimals. */
export const percentOf = (value: Amount, percent: BigNumberInput): Amount =>
  value.times(toAmount(percent)).shiftedBy(-2)

interface Rate {
  commission_type: CommissionType
  commission_value: BigNumberInput
}

const rateOf = (
  rule: Rule | null,
  terms: PinnedTerms,
  currency_code: string
): Rate => {
  if (!rule) {
    return terms
  }
  const { commission_type, commission_value, fixed_values } = rule
  return {
    commission_type,
    commission_value:
      commission_type === "percentage"
        ? commission_value
        : (amountIn(fixed_values, currency_code) ?? commission_value),
  }
}

const earnedBy = (
  { commission_type, commission_value }: Rate,
  lines: CommissionableLine[]
): { earned: Amount; weights: Amount[] } => {
  const value = toAmount(commission_value)
  const bases = lines.map(({ base }) => base)
  const base = sum(bases)
  switch (commission_type) {
    case "percentage":
      return { earned: percentOf(base, value), weights: bases }
    case "fixed_per_item": {
      const units = lines.map((line) => line.units)
      return { earned: sum(units).times(value), weights: units }
    }
    case "fixed_per_order":
      return { earned: base.isZero() ? ZERO : value, weights: bases }
  }
}

/** Lines by the rule that prices them, those of no rule first; always at least one group. */
const byRule = (
  lines: CommissionableLine[]
): { rule: Rule | null; indexes: number[] }[] => {
  const groups = new Map<
    string | null,
    { rule: Rule | null; indexes: number[] }
  >([[null, { rule: null, indexes: [] }]])
  lines.forEach(({ by: { rule } }, index) => {
    const key = rule?.rule_id ?? null
    const group = groups.get(key) ?? { rule, indexes: [] }
    group.indexes.push(index)
    groups.set(key, group)
  })
  const used = [...groups.values()].filter(
    ({ rule, indexes }) => indexes.length > 0 || (!rule && !lines.length)
  )
  return used.sort((a, b) =>
    (a.rule?.rule_id ?? "") < (b.rule?.rule_id ?? "") ? -1 : 1
  )
}

/** What the lines of an order earn, rate by rate, after goodwill refunds and caps per order. */
export const groupsOf = (
  lines: CommissionableLine[],
  terms: PinnedTerms,
  { left, whole }: RefundShare,
  currency_code: string
): LineGroup[] =>
  byRule(lines).map(({ rule, indexes }) => {
    const { earned, weights } = earnedBy(
      rateOf(rule, terms, currency_code),
      indexes.map((index) => lines[index])
    )
    const uncapped = earned.times(left)
    const cap = rule && amountIn(rule.cap_per_order, currency_code)
    return {
      rule,
      indexes,
      weights,
      uncapped,
      scaled: cap ? min(uncapped, cap.times(whole)) : uncapped,
    }
  })

/** Whole smallest units of the currency in `scaled`, and the rest of one, times `whole`. */
const inUnits = (
  scaled: Amount,
  whole: Amount,
  digits: number
): { units: Amount; rest: Amount } => {
  const fine = scaled.shiftedBy(digits)
  const units = fine.dividedToIntegerBy(whole)
  return { units, rest: fine.minus(units.times(whole)) }
}

/** What a group earns, up to the next smallest unit: it takes no more of a cap than that. */
export const roundedUp = (
  scaled: Amount,
  whole: Amount,
  digits: number
): Amount => {
  const { units, rest } = inUnits(scaled, whole, digits)
  return (rest.isZero() ? units : units.plus(1)).shiftedBy(-digits)
}

/**
 * Parts a commission, which is their sum rounded, among the groups. Each gets
 * what it earned, rounded down or up, so that none gets more than its cap.
 *
 * @param commission the groups' `scaled` ÷ `whole` together, rounded to `digits`
 */
export const partOfGroups = (
  commission: Amount,
  groups: Pick<LineGroup, "scaled">[],
  whole: Amount,
  digits: number
): Amount[] => {
  const parts = groups.map(({ scaled }, index) => ({
    index,
    scaled,
    ...inUnits(scaled, whole, digits),
  }))
  const missing = commission
    .shiftedBy(digits)
    .minus(sum(parts.map(({ units }) => units)))
    .toNumber()
  const served = new Set(
    [...parts]
      .sort(
        (a, b) =>
          b.rest.comparedTo(a.rest)! ||
          b.scaled.comparedTo(a.scaled)! ||
          a.index - b.index
      )
      .slice(0, missing)
      .map(({ index }) => index)
  )
  return parts.map(({ units, index }) =>
    (served.has(index) ? units.plus(1) : units).shiftedBy(-digits)
  )
}

/**
 * What each line has of all the groups' earnings, as exact weights: brought to
 * one denominator, because the lines of a capped group have thirds and the like.
 */
export const weightsOfLines = (
  groups: LineGroup[],
  lines: number
): Amount[] => {
  const weights = Array.from({ length: lines }, () => ZERO)
  const earning = groups.filter(({ scaled }) => scaled.gt(0))
  earning.forEach((group) => {
    const factor = earning
      .filter((other) => other !== group)
      .reduce(
        (product, other) => product.times(sum(other.weights)),
        group.scaled
      )
    group.indexes.forEach((index, at) => {
      weights[index] = group.weights[at].times(factor)
    })
  })
  return weights
}
