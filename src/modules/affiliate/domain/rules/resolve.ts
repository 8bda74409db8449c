import { Mismatch, mismatchOf } from "./match"
import { AttributeValues, Rule } from "./rule"
import { compareRules, compareSpecificity } from "./specificity"

/** Why a rule does not price a line. */
export type RuleRefusal =
  | Mismatch
  /** It applies, but another that applies goes before it. */
  | { reason: "less_specific" }
  | { reason: "exclusion_first" }
  | { reason: "older" }
  /** It would price the line; the affiliate's own contract goes before it. */
  | { reason: "contract" }

export interface RefusedRule {
  rule: Rule
  refusal: RuleRefusal
}

/** What the rules say of one line. */
export interface LineRule {
  /** Whose rate the line earns by; `null` = the affiliate's, tier's, or program's. */
  rule: Rule | null
  /** By whom the line earns nothing; `null` = it earns. */
  excluded_by: Rule | null
  /** The others, those that came nearest first. */
  refused: RefusedRule[]
}

const outranked = (rule: Rule, winner: Rule): RuleRefusal => {
  if (compareSpecificity(winner, rule) !== 0) {
    return { reason: "less_specific" }
  }
  return winner.exclude && !rule.exclude
    ? { reason: "exclusion_first" }
    : { reason: "older" }
}

/**
 * Decides which rule a line falls under: of those that apply, the first by
 * `compareRules`. Exclusions take part in the same contest.
 *
 * @param has the values of the order and of the line
 * @param contract the affiliate's contract goes before every rule's rate, but what is excluded stays excluded
 */
export const resolveLine = (
  rules: Rule[],
  has: AttributeValues,
  { currency_code, contract }: { currency_code: string; contract: boolean }
): LineRule => {
  const refused: RefusedRule[] = []
  const mismatched: RefusedRule[] = []
  let winner: Rule | null = null
  for (const rule of [...rules].sort(compareRules)) {
    const mismatch = mismatchOf(rule, has, currency_code)
    if (mismatch) {
      mismatched.push({ rule, refusal: mismatch })
    } else if (winner) {
      refused.push({ rule, refusal: outranked(rule, winner) })
    } else {
      winner = rule
    }
  }
  if (winner && !winner.exclude && contract) {
    return {
      rule: null,
      excluded_by: null,
      refused: [
        { rule: winner, refusal: { reason: "contract" } },
        ...refused,
        ...mismatched,
      ],
    }
  }
  return {
    rule: winner?.exclude ? null : winner,
    excluded_by: winner?.exclude ? winner : null,
    refused: [...refused, ...mismatched],
  }
}
