import {
  RefusedRuleFacts,
  RuleCapFacts,
  RuleLineFacts,
  RuleNamed,
} from "../trace-facts"
import type { TraceWords } from "../trace-words"

const named = ({ rule_name, version }: RuleNamed): string =>
  `${rule_name} (version ${version})`

const refusalInWords = (facts: RefusedRuleFacts): string => {
  switch (facts.reason) {
    case "condition": {
      const attribute = facts.attribute.replaceAll("_", " ")
      return facts.negate
        ? `it is not for this ${attribute}`
        : `it is for another ${attribute}`
    }
    case "currency":
      return "it has no amount in this currency"
    case "less_specific":
      return "it is less specific"
    case "exclusion_first":
      return "an exclusion as specific goes before it"
    case "older":
      return "it is older and no more specific"
    case "contract":
      return "the affiliate's contract goes before it"
  }
}

/** The rules that do not apply and why, to follow a sentence; empty where there are none. */
export const refusedInWords = ({
  refused,
  refused_more,
}: {
  refused: RefusedRuleFacts[]
  refused_more: number
}): string =>
  refused.length
    ? `; not ${refused
        .map((facts) => `${named(facts)}: ${refusalInWords(facts)}`)
        .join("; not ")}${refused_more ? `; and ${refused_more} more not` : ""}`
    : ""

/** @param base with its currency */
export const ruleLineInWords = (
  facts: RuleLineFacts,
  base: string
): TraceWords => {
  const looked_at = `commission rules for ${facts.title}`
  const others = refusedInWords(facts)
  switch (facts.outcome) {
    case "rule":
      return {
        looked_at,
        found: named(facts.rule),
        followed: `${base} is paid by it${others}`,
      }
    case "excluded":
      return {
        looked_at,
        found: `${named(facts.rule)} excludes it`,
        followed: `earns nothing${others}`,
      }
    case "terms":
      return {
        looked_at,
        found: "none applies",
        followed: `${base} is paid by the pinned terms${others}`,
      }
  }
}

export const capInWords = (facts: RuleCapFacts): string => {
  if (facts.of === "order") {
    return "per order"
  }
  return facts.period === "all" ? "in all" : `per ${facts.period}`
}
