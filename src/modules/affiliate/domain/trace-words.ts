import {
  LevelFacts,
  Refusal,
  TermsFacts,
  TouchFacts,
  TraceFacts,
} from "./trace-facts"

import { capInWords, refusedInWords, ruleLineInWords } from "./rules/words"

/** A step in words a merchant reads: what was looked at, what it found, what followed. */
export interface TraceWords {
  looked_at: string
  found: string
  followed: string
}

const LOOKED_AT: Record<TouchFacts["kind"], string> = {
  manual: "an admin's word",
  code: "affiliate codes on the order",
  click: "clicks within the attribution window",
  attribution: "the customer's attribution",
}

const money = (amount: string, currency_code: string): string =>
  `${amount} ${currency_code.toUpperCase()}`

const refusalInWords = (refusal: Refusal, name: string): string => {
  switch (refusal) {
    case "affiliate_pending":
      return `${name} was pending when the order was placed`
    case "affiliate_rejected":
      return `${name} was rejected when the order was placed`
    case "affiliate_suspended":
      return `${name} was suspended when the order was placed`
    case "program_inactive":
      return `the program of ${name} is not active`
    case "self_referral":
      return `the buyer is ${name}: self-referrals are blocked`
    case "returning_customer":
      return "the program pays for new customers only, and this one bought before"
  }
}

const touchInWords = (facts: TouchFacts): string => {
  const { affiliate_name } = facts
  switch (facts.kind) {
    case "manual":
      return `“${facts.note}” for ${affiliate_name}`
    case "code":
      return `${facts.code} of ${affiliate_name}, ${
        facts.discount === "0"
          ? "without a discount"
          : `a discount of ${money(facts.discount, facts.currency_code)}`
      }`
    case "click":
      return `a click for ${affiliate_name} at ${facts.clicked_at}`
    case "attribution":
      return `bound to ${affiliate_name} ${
        facts.ends_at ? `until ${facts.ends_at}` : "for ever"
      }`
  }
}

const outcomeInWords = (facts: TouchFacts): string => {
  switch (facts.outcome) {
    case "credited":
      return `${facts.affiliate_name} is credited`
    case "outranked":
      return "something stronger was found"
    case "passed_over":
      return `passed over: ${refusalInWords(facts.refusal, facts.affiliate_name)}`
  }
}

const levelInWords = (facts: LevelFacts): string => {
  if (facts.outcome === "earns") {
    return `earns ${facts.percent} % of the ${facts.basis}`
  }
  return facts.refusal === "self_referral"
    ? "earns nothing: is the buyer"
    : `earns nothing: ${refusalInWords(facts.refusal, facts.affiliate_name)}`
}

const termsInWords = (facts: TermsFacts): string => {
  const { commission_value, currency_code } = facts
  const value = {
    percentage: `${commission_value} %`,
    fixed_per_item: `${money(commission_value, currency_code)} per item`,
    fixed_per_order: `${money(commission_value, currency_code)} per order`,
  }[facts.commission_type]
  return `${value} from the ${facts.rate_source}, held ${facts.hold_days} days`
}

const levelsInWords = ({
  amounts,
  currency_code,
}: Extract<TraceFacts, { kind: "owed" | "waiting" }>): string =>
  amounts
    .map(
      ({ level, amount }) => `level ${level}: ${money(amount, currency_code)}`
    )
    .join(", ")

/** The English words of a step; all that they say is in its facts. */
export const wordsOf = (facts: TraceFacts): TraceWords => {
  switch (facts.kind) {
    case "manual":
    case "code":
    case "click":
    case "attribution":
      return {
        looked_at: LOOKED_AT[facts.kind],
        found: touchInWords(facts),
        followed: outcomeInWords(facts),
      }
    case "manual_nobody":
      return {
        looked_at: LOOKED_AT.manual,
        found: `“${facts.note}”`,
        followed: "nobody is credited",
      }
    case "none_found":
      return {
        looked_at: LOOKED_AT[facts.of],
        found: "none",
        followed: "nothing to credit by it",
      }
    case "clicks_outside":
      return {
        looked_at: LOOKED_AT.click,
        found: `${facts.clicks} outside the window`,
        followed: "nothing to credit by it",
      }
    case "attribution_ended":
      return {
        looked_at: LOOKED_AT.attribution,
        found: `bound to ${facts.affiliate_name} until ${facts.ended_at}, before this order`,
        followed: "nothing to credit by it",
      }
    case "own_purchase":
      return {
        looked_at: "the buyer",
        found: `is ${facts.affiliate_name}`,
        followed: "credited, and held until a person has looked at it",
      }
    case "level":
      return {
        looked_at: `level ${facts.level} above the credited affiliate`,
        found: facts.affiliate_name,
        followed: levelInWords(facts),
      }
    case "terms":
      return {
        looked_at: "affiliate, tier and program",
        found: termsInWords(facts),
        followed: "pinned for this order",
      }
    case "rules":
      return {
        looked_at: "commission rules in force when the order was placed",
        found: `${facts.pinned} of ${facts.in_force} may apply to its lines`,
        followed: `pinned for this order${refusedInWords(facts)}`,
      }
    case "rule_line":
      return ruleLineInWords(facts, money(facts.base, facts.currency_code))
    case "rule_lines_more":
      return {
        looked_at: "commission rules for more lines",
        found: `${facts.lines} more`,
        followed: "priced in the same way",
      }
    case "rule_cap":
      return {
        looked_at: `the cap of ${facts.rule_name} (version ${facts.version}) ${capInWords(facts)}`,
        found: `its lines earned ${money(facts.earned, facts.currency_code)}`,
        followed: `${money(facts.granted, facts.currency_code)} of that is left under the cap`,
      }
    case "canceled":
      return {
        looked_at: "the order",
        found: "is cancelled",
        followed: "nothing is owed",
      }
    case "base":
      return {
        looked_at: "the order lines as they stand",
        found: money(facts.amount, facts.currency_code),
        followed: "commissions are computed on that",
      }
    case "refunds":
      return {
        looked_at: "money refunded with no goods back",
        found: `${facts.left} of ${money(facts.total, facts.currency_code)} is left of the order`,
        followed: "every commission of the order is scaled by that",
      }
    case "owed":
      return {
        looked_at: "what is owed now",
        found: levelsInWords(facts),
        followed: "the ledger was brought to that",
      }
    case "waiting":
      return {
        looked_at: "what was released before the order grew",
        found: levelsInWords(facts),
        followed: "stays at that until the order is fully paid",
      }
  }
}
