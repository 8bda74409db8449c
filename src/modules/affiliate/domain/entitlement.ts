import { BigNumberInput } from "@medusajs/framework/types"

import {
  allocate,
  Amount,
  max,
  min,
  roundShare,
  roundToCurrency,
  sum,
  toAmount,
  ZERO,
} from "./money"
import { OrderSnapshot, OrderSnapshotLine } from "./order-snapshot"
import { PinnedTerms } from "./terms"

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

export interface OrderEntitlement {
  /** Commissionable worth of the order, before goodwill refunds. */
  base_total: Amount
  /** Share of the order's worth left after goodwill refunds, 0 … 1; to show. */
  refund_factor: Amount
  entitlements: Entitlement[]
}

interface CommissionableLine extends OrderSnapshotLine {
  base: Amount
}

const ONE = toAmount(1)

/** Exact: a division by 100 would be cut off after 20 decimals. */
const percentOf = (value: Amount, percent: BigNumberInput): Amount =>
  value.times(toAmount(percent)).shiftedBy(-2)

const commissionableLines = (
  order: OrderSnapshot,
  terms: PinnedTerms
): CommissionableLine[] =>
  (terms.include_shipping
    ? [...order.items, ...order.shipping]
    : order.items
  ).map((line) => ({
    ...line,
    base: order.canceled_at
      ? ZERO
      : max(terms.include_tax ? line.gross : line.net, ZERO),
  }))

/** How much is left of an order's worth: `left` of `whole`. */
interface RefundShare {
  left: Amount
  whole: Amount
}

/**
 * A goodwill refund gives money back with no goods back, so no line shows it:
 * it scales the whole commission by what is left of the order's worth.
 */
const refundShare = (order: OrderSnapshot): RefundShare => {
  const whole = order.total_before_refunds
  return whole.lte(0)
    ? { left: ONE, whole: ONE }
    : { left: max(ZERO, min(whole, order.total)), whole }
}

/** What the first level earns, not yet rounded or scaled, and what each line has of it. */
interface FirstLevel {
  earned: Amount
  weights: Amount[]
}

const firstLevel = (
  lines: CommissionableLine[],
  base_total: Amount,
  order: OrderSnapshot,
  terms: PinnedTerms
): FirstLevel => {
  const value = toAmount(terms.commission_value)
  const bases = lines.map((line) => line.base)
  switch (terms.commission_type) {
    case "percentage":
      return { earned: percentOf(base_total, value), weights: bases }
    case "fixed_per_item": {
      const itemIds = new Set(order.items.map((item) => item.id))
      const units = lines.map((line) =>
        itemIds.has(line.id) && line.base.gt(0) ? line.quantity : ZERO
      )
      return { earned: sum(units).times(value), weights: units }
    }
    case "fixed_per_order":
      return { earned: base_total.isZero() ? ZERO : value, weights: bases }
  }
}

const entitlementOf = (input: {
  affiliate_id: string
  level: number
  amount: Amount
  lines: CommissionableLine[]
  weights: Amount[]
  digits: number
}): Entitlement => {
  const parts = allocate(input.amount, input.weights, input.digits)
  return {
    affiliate_id: input.affiliate_id,
    level: input.level,
    amount: input.amount,
    lines: input.lines.map((line, index) => ({
      order_line_id: line.id,
      title: line.title,
      quantity: line.quantity,
      base: line.base,
      amount: parts[index],
    })),
  }
}

/**
 * What an order owes now, to the credited affiliate and to the levels above:
 * a pure function of the order as it stands and the terms pinned for it. Each
 * commission is rounded once; its lines add up to it exactly.
 */
export const entitlementsOf = (
  order: OrderSnapshot,
  affiliate_id: string,
  terms: PinnedTerms
): OrderEntitlement => {
  const lines = commissionableLines(order, terms)
  const base_total = sum(lines.map((line) => line.base))
  const { left, whole } = refundShare(order)
  const round = (earned: Amount): Amount =>
    roundShare(earned, left, whole, order.digits)

  const first = firstLevel(lines, base_total, order, terms)
  const commission = round(first.earned)
  const bases = lines.map((line) => line.base)
  const entitlements = [
    entitlementOf({
      affiliate_id,
      level: 1,
      amount: commission,
      lines,
      weights: first.weights,
      digits: order.digits,
    }),
    ...terms.levels.map((level) =>
      entitlementOf({
        affiliate_id: level.affiliate_id,
        level: level.level,
        amount:
          level.basis === "order"
            ? round(percentOf(base_total, level.percent))
            : roundToCurrency(
                percentOf(commission, level.percent),
                order.digits
              ),
        lines,
        weights: level.basis === "order" ? bases : first.weights,
        digits: order.digits,
      })
    ),
  ]
  return { base_total, refund_factor: left.div(whole), entitlements }
}
