import { Rule, RULE_ATTRIBUTES } from "./rule"

/** A bit for each attribute asked about, the most specific the highest. */
const maskOf = ({ conditions }: Rule, negated: boolean): number =>
  conditions
    .filter(({ negate }) => Boolean(negate) === negated)
    .reduce(
      (mask, { attribute }) =>
        mask |
        (1 <<
          (RULE_ATTRIBUTES.length - 1 - RULE_ATTRIBUTES.indexOf(attribute))),
      0
    )

/**
 * Which of two rules says more exactly what it is for: by the attributes asked
 * about, then by those of negated conditions. Below 0 = `a` does, 0 = neither.
 */
export const compareSpecificity = (a: Rule, b: Rule): number =>
  maskOf(b, false) - maskOf(a, false) || maskOf(b, true) - maskOf(a, true)

/**
 * The order in which rules get their turn, first come those that win: the more
 * specific, then exclusions, then the newest. Different rules are never equal.
 */
export const compareRules = (a: Rule, b: Rule): number =>
  compareSpecificity(a, b) ||
  Number(b.exclude) - Number(a.exclude) ||
  b.published_at.getTime() - a.published_at.getTime() ||
  (a.id === b.id ? 0 : a.id < b.id ? 1 : -1)
