import { RuleAttribute, RuleCondition, WORDS_OF_ATTRIBUTE } from "./rule"

/** Values told in one refusal; of more only the number. */
const TOLD_MAX = 5

/** The values of one condition that must exist, with the condition's place among the others. */
export interface NamedValues {
  at: number
  attribute: RuleAttribute
  values: string[]
}

/**
 * The ids that a rule names now and did not name before. What it named before may be gone by now: that takes nothing
 * away from what else the rule says, and must not keep anybody from changing that.
 *
 * @param before of the version that is replaced; none for a new rule
 */
export const newlyNamed = (
  conditions: RuleCondition[],
  before: RuleCondition[]
): NamedValues[] =>
  conditions.flatMap(({ attribute, values }, at) => {
    if (WORDS_OF_ATTRIBUTE[attribute]) {
      return []
    }
    const known = new Set(
      before
        .filter((condition) => condition.attribute === attribute)
        .flatMap((condition) => condition.values)
    )
    const fresh = values.filter((value) => !known.has(value))
    return fresh.length ? [{ at, attribute, values: fresh }] : []
  })

/**
 * @param found what there is of each attribute
 * @returns which condition names what does not exist; `null` = none
 */
export const problemOfNamedValues = (
  named: NamedValues[],
  found: Map<RuleAttribute, Set<string>>
): string | null => {
  for (const { at, attribute, values } of named) {
    const missing = values.filter((value) => !found.get(attribute)?.has(value))
    if (missing.length) {
      const more = missing.length - TOLD_MAX
      const told = missing.slice(0, TOLD_MAX).join(", ")
      return `Field 'conditions.${at}.values': there is no ${attribute.replace("_", " ")} ${told}${more > 0 ? ` and ${more} more` : ""}`
    }
  }
  return null
}
