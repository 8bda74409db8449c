import { TraceFacts } from "./trace-facts"
import { TraceWords, wordsOf } from "./trace-words"

/** One step of a verdict, in words a merchant reads and as the facts behind them. */
export interface TraceStep extends TraceWords {
  /** A stable word for the step. */
  step:
    | "manual"
    | "code"
    | "click"
    | "attribution"
    | "terms"
    | "level"
    | "rules"
    | "entitlement"
    | "verdict"
  facts: TraceFacts
}

const STEPS: Record<
  Exclude<TraceFacts["kind"], "none_found">,
  TraceStep["step"]
> = {
  manual: "manual",
  manual_nobody: "manual",
  code: "code",
  click: "click",
  clicks_outside: "click",
  attribution: "attribution",
  attribution_ended: "attribution",
  own_purchase: "verdict",
  level: "level",
  terms: "terms",
  rules: "rules",
  rule_line: "entitlement",
  rule_lines_more: "entitlement",
  rule_cap: "entitlement",
  canceled: "entitlement",
  base: "entitlement",
  refunds: "entitlement",
  owed: "entitlement",
  waiting: "entitlement",
}

export const traceStep = (facts: TraceFacts): TraceStep => ({
  step: facts.kind === "none_found" ? facts.of : STEPS[facts.kind],
  ...wordsOf(facts),
  facts,
})
