import { OrderEntitlement } from "./entitlement"
import { Amount } from "./money"
import { OrderSnapshot } from "./order-snapshot"
import { capsTrace, ruledLinesTrace } from "./rules/trace"
import { TraceStep, traceStep } from "./trace"

/**
 * The steps that say what an order owes as it stands; told anew at every reconcile.
 *
 * @param waiting what released commissions stay at until the order is fully paid
 */
export const entitlementTrace = (
  order: OrderSnapshot,
  {
    base_total,
    refund_factor,
    entitlements,
    ruled_lines,
    caps,
  }: OrderEntitlement,
  waiting: { level: number; amount: Amount }[] = []
): TraceStep[] => {
  if (order.canceled_at) {
    return [traceStep({ kind: "canceled" })]
  }
  const { digits, currency_code } = order
  const steps = [
    traceStep({
      kind: "base",
      amount: base_total.toFixed(digits),
      currency_code,
    }),
    ...ruledLinesTrace(order, ruled_lines),
  ]
  if (refund_factor.lt(1)) {
    steps.push(
      traceStep({
        kind: "refunds",
        left: order.total.toFixed(digits),
        total: order.total_before_refunds.toFixed(digits),
        currency_code,
      })
    )
  }
  steps.push(
    ...capsTrace(order, caps),
    traceStep({
      kind: "owed",
      amounts: inDigits(entitlements, digits),
      currency_code,
    })
  )
  if (waiting.length) {
    steps.push(
      traceStep({
        kind: "waiting",
        amounts: inDigits(waiting, digits),
        currency_code,
      })
    )
  }
  return steps
}

const inDigits = (
  amounts: { level: number; amount: Amount }[],
  digits: number
): { level: number; amount: string }[] =>
  amounts.map(({ level, amount }) => ({
    level,
    amount: amount.toFixed(digits),
  }))
