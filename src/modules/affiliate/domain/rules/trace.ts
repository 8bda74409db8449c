import type { CapReached, RuledLine } from "../entitlement"
import { OrderSnapshot } from "../order-snapshot"
import { TraceStep, traceStep } from "../trace"
import { RefusedRuleFacts, RuleNamed } from "../trace-facts"
import { RefusedRule } from "./resolve"
import { Rule } from "./rule"

/** Rules told of one line, or of an order, that do not apply. */
const REFUSED_MAX = 20
/** Lines of one order that are told. */
const LINES_MAX = 50

const named = ({ rule_id, name, version }: Rule): RuleNamed => ({
  rule_id,
  rule_name: name,
  version,
})

const refusals = (
  refused: RefusedRule[]
): { refused: RefusedRuleFacts[]; refused_more: number } => ({
  refused: refused
    .slice(0, REFUSED_MAX)
    .map(({ rule, refusal }) => ({ ...named(rule), ...refusal })),
  refused_more: Math.max(0, refused.length - REFUSED_MAX),
})

/** Which of the rules in force may apply to an order at all. */
export const orderRulesTrace = (
  kept: Rule[],
  refused: RefusedRule[]
): TraceStep =>
  traceStep({
    kind: "rules",
    in_force: kept.length + refused.length,
    pinned: kept.length,
    ...refusals(refused),
  })

/** Line by line the rule it falls under, and why the others do not apply. */
export const ruledLinesTrace = (
  order: OrderSnapshot,
  lines: RuledLine[]
): TraceStep[] => {
  const steps = lines
    .slice(0, LINES_MAX)
    .map(({ order_line_id, title, base, by }) => {
      const rule = by.excluded_by ?? by.rule
      return traceStep({
        kind: "rule_line",
        order_line_id,
        title,
        base: base.toFixed(order.digits),
        currency_code: order.currency_code,
        ...refusals(by.refused),
        ...(by.excluded_by
          ? { outcome: "excluded", rule: named(by.excluded_by) }
          : rule
            ? { outcome: "rule", rule: named(rule) }
            : { outcome: "terms" }),
      })
    })
  const untold = lines.length - LINES_MAX
  return untold > 0
    ? [...steps, traceStep({ kind: "rule_lines_more", lines: untold })]
    : steps
}

/** The caps that kept a rule from paying all that its lines earned. */
export const capsTrace = (
  order: OrderSnapshot,
  caps: CapReached[]
): TraceStep[] =>
  caps.map(({ rule, of, earned, granted }) =>
    traceStep({
      kind: "rule_cap",
      ...named(rule),
      ...(of === "period"
        ? { of, period: rule.cap_per_period?.period ?? "all" }
        : { of }),
      earned: earned.toFixed(order.digits),
      granted: granted.toFixed(order.digits),
      currency_code: order.currency_code,
    })
  )
