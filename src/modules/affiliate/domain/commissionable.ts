import { Amount, max, min, toAmount, ZERO } from "./money"
import { OrderSnapshot, OrderSnapshotLine } from "./order-snapshot"
import { resolveLine, LineRule } from "./rules/resolve"
import { Rulebook } from "./rules/rule"
import { PinnedTerms } from "./terms"

/** A line of an order with what commissions on it are computed on, and the rule it falls under. */
export interface CommissionableLine extends OrderSnapshotLine {
  base: Amount
  /** Units of goods that the shopper keeps and paid for; none for shipping. */
  units: Amount
  by: LineRule
}

/** The lines that count, as the order stands. What a rule excludes is worth nothing, to everybody. */
export const commissionableLines = (
  order: OrderSnapshot,
  terms: PinnedTerms,
  book: Rulebook
): CommissionableLine[] => {
  const items = new Set(order.items.map(({ id }) => id))
  const lines = terms.include_shipping
    ? [...order.items, ...order.shipping]
    : order.items
  return lines.map((line) => {
    const by = resolveLine(
      book.rules,
      { ...book.order, ...book.lines[line.id] },
      {
        currency_code: order.currency_code,
        contract: terms.rate_source === "contract",
      }
    )
    const worthless = order.canceled_at !== null || by.excluded_by !== null
    const base = worthless
      ? ZERO
      : max(terms.include_tax ? line.gross : line.net, ZERO)
    const units = items.has(line.id) && base.gt(0) ? line.quantity : ZERO
    return { ...line, base, units, by }
  })
}

/** How much is left of an order's worth: `left` of `whole`. */
export interface RefundShare {
  left: Amount
  whole: Amount
}

const ONE = toAmount(1)

/**
 * A goodwill refund gives money back with no goods back, so no line shows it:
 * it scales the whole commission by what is left of the order's worth.
 */
export const refundShare = (order: OrderSnapshot): RefundShare => {
  const whole = order.total_before_refunds
  return whole.lte(0)
    ? { left: ONE, whole: ONE }
    : { left: max(ZERO, min(whole, order.total)), whole }
}
