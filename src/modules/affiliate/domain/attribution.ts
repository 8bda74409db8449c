import { Consideration, considerationsOf } from "./consideration"
import { isSelfReferral, refusalOf } from "./refusal"
import { AttributionInput, AttributionSource } from "./touch"
import { TraceStep, traceStep } from "./trace"
import { Refusal } from "./trace-facts"

export { isSelfReferral } from "./refusal"
export type {
  AttributionInput,
  AttributionSource,
  BondTouch,
  Candidate,
  ClickTouch,
  CodeTouch,
  ManualTouch,
} from "./touch"

export interface Verdict {
  outcome: "attributed" | "none"
  /**
   * `code`, `click`, `attribution`, `manual`; or for nobody: `no_touch`,
   * `manual_none`, `self_referral`, `affiliate_pending`, `affiliate_rejected`,
   * `affiliate_suspended`, `program_inactive`, `returning_customer`.
   */
  reason: AttributionSource | Refusal | "no_touch" | "manual_none"
  affiliate_id: string | null
  source: AttributionSource | null
  code_id: string | null
  click_id: string | null
  /** Credited, but to be looked at by a person before it is released. */
  flagged: boolean
  trace: TraceStep[]
}

const NOBODY = {
  outcome: "none",
  affiliate_id: null,
  source: null,
  code_id: null,
  click_id: null,
  flagged: false,
} as const

/** Steps are told in the order of precedence, whichever was found first. */
const PRECEDENCE: TraceStep["step"][] = [
  "manual",
  "code",
  "click",
  "attribution",
  "verdict",
]

/**
 * Who is credited for an order: an admin's word, then an affiliate code on the
 * order, then a click within the window, then the customer's attribution, then
 * nobody. A candidate that may not earn is passed over, and the trace says why.
 */
export const judge = (input: AttributionInput): Verdict => {
  if (input.manual && input.manual.candidate === null) {
    const { note } = input.manual
    return {
      ...NOBODY,
      reason: "manual_none",
      trace: [traceStep({ kind: "manual_nobody", note })],
    }
  }

  const { considerations, absent } = considerationsOf(input)
  const trace = absent.map(traceStep)
  let firstRefusal: Refusal | null = null
  let winner: Consideration | null = null
  for (const consideration of considerations) {
    const { touch, candidate } = consideration
    if (winner) {
      trace.push(traceStep({ ...touch, outcome: "outranked" }))
      continue
    }
    const refusal = refusalOf(candidate, input, touch.kind)
    if (refusal) {
      firstRefusal = firstRefusal ?? refusal
      trace.push(traceStep({ ...touch, outcome: "passed_over", refusal }))
      continue
    }
    winner = consideration
    trace.push(traceStep({ ...touch, outcome: "credited" }))
  }
  trace.sort((a, b) => PRECEDENCE.indexOf(a.step) - PRECEDENCE.indexOf(b.step))

  if (!winner) {
    return { ...NOBODY, reason: firstRefusal ?? "no_touch", trace }
  }
  const { touch, candidate, code_id, click_id } = winner
  const flagged =
    candidate.self_referral === "flag" && isSelfReferral(input, candidate)
  if (flagged) {
    trace.push(
      traceStep({
        kind: "own_purchase",
        affiliate_id: candidate.affiliate_id,
        affiliate_name: candidate.name,
      })
    )
  }
  return {
    outcome: "attributed",
    reason: touch.kind,
    affiliate_id: candidate.affiliate_id,
    source: touch.kind,
    code_id,
    click_id,
    flagged,
    trace,
  }
}
