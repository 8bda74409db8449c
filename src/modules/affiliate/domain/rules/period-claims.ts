import { commissionableLines, refundShare } from "../commissionable"
import { Amount } from "../money"
import { OrderSnapshot } from "../order-snapshot"
import { amountIn, PinnedTerms } from "../terms"
import { groupsOf, roundedUp } from "./earnings"
import { periodStart } from "./period"
import { Rulebook } from "./rule"

/** What an order would take of a rule's cap per period. */
export interface PeriodClaim {
  rule_id: string
  period_start: Date
  cap: Amount
  /** Rounded up to the currency: what is posted for it is never more. */
  earned: Amount
}

/** The caps per period, in the order's currency, of the rules that lines of the order fall under. */
export const periodClaimsOf = (
  order: OrderSnapshot,
  terms: PinnedTerms,
  book: Rulebook
): PeriodClaim[] => {
  const share = refundShare(order)
  return groupsOf(
    commissionableLines(order, terms, book),
    terms,
    share,
    order.currency_code
  ).flatMap(({ rule, scaled }) => {
    const capped = rule?.cap_per_period
    const cap = capped && amountIn(capped.values, order.currency_code)
    return cap
      ? {
          rule_id: rule.rule_id,
          period_start: periodStart(capped.period, order.placed_at),
          cap,
          earned: roundedUp(scaled, share.whole, order.digits),
        }
      : []
  })
}
