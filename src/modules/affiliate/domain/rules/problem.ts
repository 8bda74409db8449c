import { isPercentage, PERCENT_DIGITS_MAX } from "../program-rules"
import { CommissionType, CurrencyAmount } from "../terms"
import { PeriodCap, RuleCondition, WORDS_OF_ATTRIBUTE } from "./rule"

export const CONDITIONS_MAX = 13
export const VALUES_MAX = 500

/** What the fields of a rule must agree on. */
export interface RuleTerms {
  commission_type: CommissionType
  /** `null` = not given. */
  commission_value: number | null
  fixed_values: CurrencyAmount[]
  exclude: boolean
  conditions: RuleCondition[]
  cap_per_order: CurrencyAmount[]
  cap_per_period: PeriodCap | null
  starts_at: Date | null
  ends_at: Date | null
}

const problemOfCondition = (
  { attribute, values }: RuleCondition,
  at: number
): string | null => {
  const field = `conditions.${at}.values`
  if (!values.length || values.length > VALUES_MAX) {
    return `Field '${field}' must have between 1 and ${VALUES_MAX} values`
  }
  if (new Set(values).size !== values.length) {
    return `Field '${field}' names a value twice`
  }
  const words = WORDS_OF_ATTRIBUTE[attribute]
  const unknown = words && values.find((value) => !words.includes(value))
  return words && unknown !== undefined
    ? `Field '${field}' of ${attribute} takes ${words.join(" and ")} only, got: ${unknown}`
    : null
}

const problemOfConditions = (conditions: RuleCondition[]): string | null => {
  if (conditions.length > CONDITIONS_MAX) {
    return `Field 'conditions' has ${conditions.length} conditions, at most ${CONDITIONS_MAX} are allowed`
  }
  const asked = new Set<string>()
  for (const [at, condition] of conditions.entries()) {
    const problem = problemOfCondition(condition, at)
    if (problem) {
      return problem
    }
    const key = `${condition.attribute} ${Boolean(condition.negate)}`
    if (asked.has(key)) {
      return `Field 'conditions' asks twice about ${condition.attribute}: put the values into one condition`
    }
    asked.add(key)
  }
  return null
}

const problemOfExclusion = (rule: RuleTerms): string | null => {
  if (rule.commission_value || rule.fixed_values.length) {
    return "Field 'exclude': what is excluded earns nothing, so that the rule has no 'commission_value' and no 'fixed_values'"
  }
  if (rule.cap_per_order.length || rule.cap_per_period) {
    return "Field 'exclude': what is excluded earns nothing, so that the rule has no 'cap_per_order' and no 'cap_per_period'"
  }
  return rule.conditions.length
    ? null
    : "Field 'conditions' must not be empty where a rule excludes: nobody would earn anything"
}

const problemOfRate = ({
  commission_type,
  commission_value,
  fixed_values,
}: RuleTerms): string | null => {
  if (commission_type === "percentage") {
    if (commission_value === null) {
      return "Field 'commission_value' is required"
    }
    if (!isPercentage(commission_value)) {
      return `Field 'commission_value' must be a percentage from 0 to 100 with at most ${PERCENT_DIGITS_MAX} decimals, got: ${commission_value}`
    }
    return fixed_values.length
      ? "Field 'fixed_values' is for the fixed commission types only"
      : null
  }
  return commission_value === null && !fixed_values.length
    ? `Commission type ${commission_type} needs 'fixed_values' or 'commission_value'`
    : null
}

/** @returns what is wrong with the rule as a whole, naming the field; `null` = nothing */
export const problemOfRule = (rule: RuleTerms): string | null => {
  const { cap_per_period, starts_at, ends_at } = rule
  if (cap_per_period && !cap_per_period.values.length) {
    return "Field 'cap_per_period.values' must not be empty: leave the cap out instead"
  }
  if (starts_at && ends_at && starts_at.getTime() >= ends_at.getTime()) {
    return "Field 'ends_at' must be later than 'starts_at'"
  }
  return (
    problemOfConditions(rule.conditions) ??
    (rule.exclude ? problemOfExclusion(rule) : problemOfRate(rule))
  )
}
