import { amountIn } from "../terms"
import {
  AttributeValues,
  isOfOrder,
  Rule,
  RuleAttribute,
  RuleCondition,
} from "./rule"

/** Why a rule does not apply. */
export type Mismatch =
  | { reason: "condition"; attribute: RuleAttribute; negate: boolean }
  /** A fixed rule that lists currencies, and not this one. */
  | { reason: "currency" }

export const conditionHolds = (
  { attribute, values, negate }: RuleCondition,
  has: AttributeValues
): boolean => {
  const own = new Set(has[attribute])
  return values.some((value) => own.has(value)) !== Boolean(negate)
}

/** @returns why the rule does not apply to what has these values; `null` = it does */
export const mismatchOf = (
  rule: Pick<
    Rule,
    "conditions" | "exclude" | "commission_type" | "fixed_values"
  >,
  has: AttributeValues,
  currency_code: string
): Mismatch | null => {
  const failed = rule.conditions.find(
    (condition) => !conditionHolds(condition, has)
  )
  if (failed) {
    return {
      reason: "condition",
      attribute: failed.attribute,
      negate: Boolean(failed.negate),
    }
  }
  return !rule.exclude &&
    rule.commission_type !== "percentage" &&
    rule.fixed_values.length > 0 &&
    amountIn(rule.fixed_values, currency_code) === null
    ? { reason: "currency" }
    : null
}

/**
 * Parts rules into those that may apply to lines of an order and those that
 * never will, because of what holds for the order as a whole.
 */
export const rulesOfOrder = (
  rules: Rule[],
  order: AttributeValues,
  currency_code: string
): { kept: Rule[]; refused: { rule: Rule; mismatch: Mismatch }[] } => {
  const kept: Rule[] = []
  const refused: { rule: Rule; mismatch: Mismatch }[] = []
  for (const rule of rules) {
    const conditions = rule.conditions.filter(({ attribute }) =>
      isOfOrder(attribute)
    )
    const mismatch = mismatchOf({ ...rule, conditions }, order, currency_code)
    if (mismatch) {
      refused.push({ rule, mismatch })
    } else {
      kept.push(rule)
    }
  }
  return { kept, refused }
}
