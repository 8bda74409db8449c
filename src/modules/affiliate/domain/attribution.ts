import { AffiliateStatus } from "./affiliate-status"
import { Amount } from "./money"
import { mailboxOf } from "./normalize"
import { TraceStep, traceStep } from "./trace"

export type AttributionSource = "code" | "click" | "attribution" | "manual"

/** An affiliate who may be credited, with what decides whether it may. */
export interface Candidate {
  affiliate_id: string
  name: string
  email: string
  customer_id: string | null
  /** When the order was placed. */
  status: AffiliateStatus
  program_active: boolean
  attribution_window_days: number
  attribution_model: "last_touch" | "first_touch"
  self_referral: "block" | "flag" | "allow"
  new_customers_only: boolean
}

export interface CodeTouch {
  code_id: string
  code: string
  /** What the code took off the order; zero for a code without discount. */
  discount: Amount
  code_created_at: Date
  candidate: Candidate
}

export interface ClickTouch {
  click_id: string
  at: Date
  candidate: Candidate
}

export interface BondTouch {
  starts_at: Date
  ends_at: Date | null
  candidate: Candidate
}

export interface ManualTouch {
  /** `null` = an admin says nobody is to be credited. */
  candidate: Candidate | null
  note: string
}

export interface AttributionInput {
  placed_at: Date
  customer_id: string | null
  email: string | null
  manual: ManualTouch | null
  codes: CodeTouch[]
  clicks: ClickTouch[]
  bond: BondTouch | null
  /** Whether the buyer has an earlier order that was not cancelled. */
  returning_customer: boolean
}

export interface Verdict {
  outcome: "attributed" | "none"
  /**
   * `code`, `click`, `attribution`, `manual`; or for nobody: `no_touch`,
   * `manual_none`, `self_referral`, `affiliate_pending`, `affiliate_rejected`,
   * `affiliate_suspended`, `program_inactive`, `returning_customer`.
   */
  reason: string
  affiliate_id: string | null
  source: AttributionSource | null
  code_id: string | null
  click_id: string | null
  /** Credited, but to be looked at by a person before it is released. */
  flagged: boolean
  trace: TraceStep[]
}

const DAY_MS = 24 * 60 * 60 * 1000

const NOBODY = {
  outcome: "none",
  affiliate_id: null,
  source: null,
  code_id: null,
  click_id: null,
  flagged: false,
} as const

/** Same customer, or an e-mail of the same mailbox. */
export const isSelfReferral = (
  buyer: { customer_id: string | null; email: string | null },
  affiliate: { customer_id: string | null; email: string }
): boolean =>
  (buyer.customer_id !== null && buyer.customer_id === affiliate.customer_id) ||
  (buyer.email !== null && mailboxOf(buyer.email) === mailboxOf(affiliate.email))

/** Why a candidate cannot be credited for this order, or `null` when it can. */
const refusalOf = (
  candidate: Candidate,
  input: AttributionInput,
  source: AttributionSource
): { reason: string; words: string } | null => {
  if (candidate.status !== "approved") {
    return {
      reason: `affiliate_${candidate.status}`,
      words: `${candidate.name} was ${candidate.status} when the order was placed`,
    }
  }
  if (!candidate.program_active) {
    return {
      reason: "program_inactive",
      words: `the program of ${candidate.name} is not active`,
    }
  }
  if (
    candidate.self_referral === "block" &&
    source !== "manual" &&
    isSelfReferral(input, candidate)
  ) {
    return {
      reason: "self_referral",
      words: `the buyer is ${candidate.name}: self-referrals are blocked`,
    }
  }
  const bound = input.bond?.candidate.affiliate_id === candidate.affiliate_id
  if (
    candidate.new_customers_only &&
    source !== "manual" &&
    input.returning_customer &&
    !bound
  ) {
    return {
      reason: "returning_customer",
      words: "the program pays for new customers only, and this one bought before",
    }
  }
  return null
}

/** The larger discount wins; on a tie, the code created first. */
const byDiscountThenAge = (a: CodeTouch, b: CodeTouch): number =>
  b.discount.comparedTo(a.discount)! ||
  a.code_created_at.getTime() - b.code_created_at.getTime() ||
  (a.code_id < b.code_id ? -1 : 1)

/** Clicks before the order and inside the window of their own program. */
const clicksInWindow = (input: AttributionInput): ClickTouch[] =>
  input.clicks.filter(({ at, candidate }) => {
    const age = input.placed_at.getTime() - at.getTime()
    return age >= 0 && age <= candidate.attribution_window_days * DAY_MS
  })

/**
 * The order in which clicks are considered. The model is the one of the latest
 * click's program: last touch unless that program says first touch.
 */
const clicksInOrder = (clicks: ClickTouch[]): ClickTouch[] => {
  const latestFirst = [...clicks].sort(
    (a, b) =>
      b.at.getTime() - a.at.getTime() || (a.click_id < b.click_id ? 1 : -1)
  )
  return latestFirst[0]?.candidate.attribution_model === "first_touch"
    ? latestFirst.reverse()
    : latestFirst
}

const bondHolds = (bond: BondTouch, placed_at: Date): boolean =>
  bond.starts_at.getTime() <= placed_at.getTime() &&
  (bond.ends_at === null || placed_at.getTime() <= bond.ends_at.getTime())

interface Consideration {
  source: AttributionSource
  candidate: Candidate
  code_id: string | null
  click_id: string | null
  looked_at: string
  found: string
}

const considerationsOf = (
  input: AttributionInput,
  trace: TraceStep[]
): Consideration[] => {
  const considerations: Consideration[] = []
  if (input.manual?.candidate) {
    considerations.push({
      source: "manual",
      candidate: input.manual.candidate,
      code_id: null,
      click_id: null,
      looked_at: "an admin's word",
      found: `“${input.manual.note}” for ${input.manual.candidate.name}`,
    })
    return considerations
  }

  const codes = [...input.codes].sort(byDiscountThenAge)
  if (!codes.length) {
    trace.push(
      traceStep(
        "code",
        "affiliate codes on the order",
        "none",
        "nothing to credit by it"
      )
    )
  }
  for (const touch of codes) {
    considerations.push({
      source: "code",
      candidate: touch.candidate,
      code_id: touch.code_id,
      click_id: null,
      looked_at: "affiliate codes on the order",
      found: `${touch.code} of ${touch.candidate.name}, ${
        touch.discount.isZero()
          ? "without a discount"
          : `a discount of ${touch.discount.toFixed()}`
      }`,
    })
  }

  const clicks = clicksInOrder(clicksInWindow(input))
  if (!clicks.length) {
    trace.push(
      traceStep(
        "click",
        "clicks within the attribution window",
        input.clicks.length
          ? `${input.clicks.length} outside the window`
          : "none",
        "nothing to credit by it"
      )
    )
  }
  for (const touch of clicks) {
    considerations.push({
      source: "click",
      candidate: touch.candidate,
      code_id: null,
      click_id: touch.click_id,
      looked_at: "clicks within the attribution window",
      found: `a click for ${touch.candidate.name} at ${touch.at.toISOString()}`,
    })
  }

  if (input.bond && bondHolds(input.bond, input.placed_at)) {
    considerations.push({
      source: "attribution",
      candidate: input.bond.candidate,
      code_id: null,
      click_id: null,
      looked_at: "the customer's attribution",
      found: `bound to ${input.bond.candidate.name} ${
        input.bond.ends_at
          ? `until ${input.bond.ends_at.toISOString()}`
          : "for ever"
      }`,
    })
  } else {
    trace.push(
      traceStep(
        "attribution",
        "the customer's attribution",
        input.bond ? "ended before this order" : "none",
        "nothing to credit by it"
      )
    )
  }
  return considerations
}

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
    return {
      ...NOBODY,
      reason: "manual_none",
      trace: [
        traceStep(
          "manual",
          "an admin's word",
          `“${input.manual.note}”`,
          "nobody is credited"
        ),
      ],
    }
  }

  const trace: TraceStep[] = []
  const considerations = considerationsOf(input, trace)
  let firstRefusal: string | null = null
  let winner: Consideration | null = null
  for (const consideration of considerations) {
    const { source, candidate, looked_at, found } = consideration
    if (winner) {
      trace.push(
        traceStep(source, looked_at, found, "something stronger was found")
      )
      continue
    }
    const refusal = refusalOf(candidate, input, source)
    if (refusal) {
      firstRefusal = firstRefusal ?? refusal.reason
      trace.push(
        traceStep(source, looked_at, found, `passed over: ${refusal.words}`)
      )
      continue
    }
    winner = consideration
    trace.push(
      traceStep(source, looked_at, found, `${candidate.name} is credited`)
    )
  }
  trace.sort((a, b) => PRECEDENCE.indexOf(a.step) - PRECEDENCE.indexOf(b.step))

  if (!winner) {
    return { ...NOBODY, reason: firstRefusal ?? "no_touch", trace }
  }
  const flagged =
    winner.candidate.self_referral === "flag" &&
    isSelfReferral(input, winner.candidate)
  if (flagged) {
    trace.push(
      traceStep(
        "verdict",
        "the buyer",
        `is ${winner.candidate.name}`,
        "credited, and held until a person has looked at it"
      )
    )
  }
  return {
    outcome: "attributed",
    reason: winner.source,
    affiliate_id: winner.candidate.affiliate_id,
    source: winner.source,
    code_id: winner.code_id,
    click_id: winner.click_id,
    flagged,
    trace,
  }
}
