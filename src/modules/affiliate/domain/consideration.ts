import { toDecimal } from "./money"
import {
  AttributionInput,
  BondTouch,
  Candidate,
  ClickTouch,
  CodeTouch,
  ManualTouch,
} from "./touch"
import { TouchFound, TraceFacts } from "./trace-facts"

const DAY_MS = 24 * 60 * 60 * 1000

/** A touch that may be credited, as it is told in the trace. */
export interface Consideration {
  touch: TouchFound
  candidate: Candidate
  code_id: string | null
  click_id: string | null
}

export interface Considerations {
  /** Strongest first. */
  considerations: Consideration[]
  /** Where nothing was found that could be credited. */
  absent: TraceFacts[]
}

const named = ({ affiliate_id, name }: Candidate) => ({
  affiliate_id,
  affiliate_name: name,
})

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

const ofManual = (
  { note }: ManualTouch,
  candidate: Candidate
): Consideration => ({
  touch: { kind: "manual", ...named(candidate), note },
  candidate,
  code_id: null,
  click_id: null,
})

const ofCode = (touch: CodeTouch, currency_code: string): Consideration => ({
  touch: {
    kind: "code",
    ...named(touch.candidate),
    code: touch.code,
    discount: toDecimal(touch.discount),
    currency_code,
  },
  candidate: touch.candidate,
  code_id: touch.code_id,
  click_id: null,
})

const ofClick = ({ click_id, at, candidate }: ClickTouch): Consideration => ({
  touch: { kind: "click", ...named(candidate), clicked_at: at.toISOString() },
  candidate,
  code_id: null,
  click_id,
})

const ofBond = ({ ends_at, candidate }: BondTouch): Consideration => ({
  touch: {
    kind: "attribution",
    ...named(candidate),
    ends_at: ends_at && ends_at.toISOString(),
  },
  candidate,
  code_id: null,
  click_id: null,
})

/** The bond that holds when the order is placed, or what is told instead. */
const bondAt = ({
  bond,
  placed_at,
}: AttributionInput): BondTouch | TraceFacts => {
  if (!bond || bond.starts_at.getTime() > placed_at.getTime()) {
    return { kind: "none_found", of: "attribution" }
  }
  return bond.ends_at && bond.ends_at.getTime() < placed_at.getTime()
    ? {
        kind: "attribution_ended",
        ...named(bond.candidate),
        ended_at: bond.ends_at.toISOString(),
      }
    : bond
}

/**
 * Every touch in the order of precedence: an admin's word, which stands
 * alone, then codes, then clicks, then the customer's attribution.
 */
export const considerationsOf = (input: AttributionInput): Considerations => {
  if (input.manual?.candidate) {
    const { manual } = input
    return {
      considerations: [ofManual(manual, input.manual.candidate)],
      absent: [],
    }
  }
  const absent: TraceFacts[] = []
  if (!input.codes.length) {
    absent.push({ kind: "none_found", of: "code" })
  }
  const clicks = clicksInOrder(clicksInWindow(input))
  if (!clicks.length) {
    absent.push(
      input.clicks.length
        ? { kind: "clicks_outside", clicks: input.clicks.length }
        : { kind: "none_found", of: "click" }
    )
  }
  const bond = bondAt(input)
  if ("kind" in bond) {
    absent.push(bond)
  }
  return {
    considerations: [
      ...[...input.codes]
        .sort(byDiscountThenAge)
        .map((touch) => ofCode(touch, input.currency_code)),
      ...clicks.map(ofClick),
      ...("kind" in bond ? [] : [ofBond(bond)]),
    ],
    absent,
  }
}
