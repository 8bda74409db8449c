import {
  CommissionableLine,
  commissionableLines,
  refundShare,
} from "./commissionable"
import {
  allocate,
  Amount,
  min,
  roundShare,
  roundToCurrency,
  sum,
  toAmount,
  ZERO,
} from "./money"
import { OrderSnapshot } from "./order-snapshot"
import {
  groupsOf,
  LineGroup,
  partOfGroups,
  percentOf,
  weightsOfLines,
} from "./rules/earnings"
import { LineRule } from "./rules/resolve"
import { NO_RULES, Rule, Rulebook } from "./rules/rule"
import { PinnedTerms } from "./terms"

export { refundShare } from "./commissionable"

export interface EntitlementLine {
  order_line_id: string
  title: string
  quantity: Amount
  base: Amount
  amount: Amount
}

/** What one beneficiary is owed for an order now. */
export interface Entitlement {
  affiliate_id: string
  level: number
  amount: Amount
  lines: EntitlementLine[]
}

/** A line and the rule it falls under. */
export interface RuledLine {
  order_line_id: string
  title: string
  base: Amount
  by: LineRule
}

/** A cap that keeps a rule from paying all that its lines earned. */
export interface CapReached {
  rule: Rule
  of: "order" | "period"
  /** Exact: may have more decimals than the currency, even after a cut-off division. To show. */
  earned: Amount
  granted: Amount
}

export interface OrderEntitlement {
  /** Commissionable worth of the order, before goodwill refunds. */
  base_total: Amount
  /** Share of the order's worth left after goodwill refunds, 0 … 1; to show. */
  refund_factor: Amount
  entitlements: Entitlement[]
  /** Empty where no rule could apply to the order. */
  ruled_lines: RuledLine[]
  caps: CapReached[]
}

/** What orders were granted of caps per period, by the id of the rule. */
export type Grants = ReadonlyMap<string, Amount>

const ONE = toAmount(1)

const linesOf = (
  lines: CommissionableLine[],
  parts: Amount[]
): EntitlementLine[] =>
  lines.map((line, index) => ({
    order_line_id: line.id,
    title: line.title,
    quantity: line.quantity,
    base: line.base,
    amount: parts[index],
  }))

/** Parts the first level's commission: among the groups, then each group's among its lines. */
const partFirstLevel = (
  commission: Amount,
  groups: LineGroup[],
  lines: number,
  whole: Amount,
  digits: number
): Amount[] => {
  const parts = Array.from({ length: lines }, () => ZERO)
  partOfGroups(commission, groups, whole, digits).forEach((part, at) => {
    const { indexes, weights } = groups[at]
    allocate(part, weights, digits).forEach((amount, inGroup) => {
      parts[indexes[inGroup]] = amount
    })
  })
  return parts
}

/** Lowers what a rule's lines earned to what the order was granted of its cap per period. */
const grantedGroups = (
  groups: LineGroup[],
  grants: Grants,
  whole: Amount
): LineGroup[] =>
  groups.map((group) => {
    const granted = group.rule && grants.get(group.rule.rule_id)
    return granted
      ? { ...group, scaled: min(group.scaled, granted.times(whole)) }
      : group
  })

const capsReached = (
  groups: LineGroup[],
  granted: LineGroup[],
  whole: Amount
): CapReached[] =>
  groups.flatMap(({ rule, uncapped, scaled }, at) => {
    if (!rule) {
      return []
    }
    const caps: CapReached[] = []
    const reached = (
      of: CapReached["of"],
      earned: Amount,
      left: Amount
    ): void => {
      if (left.lt(earned)) {
        caps.push({
          rule,
          of,
          earned: earned.div(whole),
          granted: left.div(whole),
        })
      }
    }
    reached("order", uncapped, scaled)
    reached("period", scaled, granted[at].scaled)
    return caps
  })

/**
 * What an order owes now, to the credited affiliate and to the levels above:
 * a pure function of the order as it stands and the terms and rules pinned for
 * it. Each commission is rounded once; its lines add up to it exactly.
 *
 * @param grants what the order was granted of caps per period
 */
export const entitlementsOf = (
  order: OrderSnapshot,
  affiliate_id: string,
  terms: PinnedTerms,
  book: Rulebook = NO_RULES,
  grants: Grants = new Map()
): OrderEntitlement => {
  const { digits } = order
  const lines = commissionableLines(order, terms, book)
  const bases = lines.map((line) => line.base)
  const base_total = sum(bases)
  const share = refundShare(order)
  const { left, whole } = share

  const earned = groupsOf(lines, terms, share, order.currency_code)
  const groups = grantedGroups(earned, grants, whole)
  const total = sum(groups.map(({ scaled }) => scaled))
  const commission = roundShare(total, ONE, whole, digits)
  const weights = weightsOfLines(groups, lines.length)

  const entitlements: Entitlement[] = [
    {
      affiliate_id,
      level: 1,
      amount: commission,
      lines: linesOf(
        lines,
        partFirstLevel(commission, groups, lines.length, whole, digits)
      ),
    },
    ...terms.levels.map(({ affiliate_id: upper, level, percent, basis }) => {
      const amount =
        basis === "order"
          ? roundShare(percentOf(base_total, percent), left, whole, digits)
          : roundToCurrency(percentOf(commission, percent), digits)
      const parts = allocate(
        amount,
        basis === "order" ? bases : weights,
        digits
      )
      return {
        affiliate_id: upper,
        level,
        amount,
        lines: linesOf(lines, parts),
      }
    }),
  ]
  return {
    base_total,
    refund_factor: left.div(whole),
    entitlements,
    ruled_lines: book.rules.length
      ? lines.map(({ id, title, base, by }) => ({
          order_line_id: id,
          title,
          base,
          by,
        }))
      : [],
    caps: capsReached(earned, groups, whole),
  }
}
