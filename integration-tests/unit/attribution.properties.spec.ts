import fc from "fast-check"
import {
  AttributionInput,
  Candidate,
  isSelfReferral,
  judge,
  Verdict,
} from "../../src/modules/affiliate/domain/attribution"
import { PLACED_AT } from "./support/orders"
import { ago, bond, candidate, click, code, DAY_MS } from "./support/touches"

/** Six affiliates who may be anything: few, so that they meet under several touches of one order. */
const people: fc.Arbitrary<Candidate[]> = fc.tuple(
  ...["Ada", "Bob", "Cid", "Dan", "Eve", "Fay"].map((name) =>
    fc
      .record({
        status: fc.constantFrom(
          "approved",
          "approved",
          "approved",
          "pending",
          "rejected",
          "suspended"
        ),
        program_active: fc
          .integer({ min: 0, max: 5 })
          .map((value) => value > 0),
        attribution_window_days: fc.constantFrom(0, 1, 30),
        attribution_model: fc.constantFrom("last_touch", "first_touch"),
        self_referral: fc.constantFrom("block", "flag", "allow"),
        new_customers_only: fc.boolean(),
        customer_id: fc.constantFrom(null, `cus_${name}`),
      })
      .map((parts) => candidate(name, parts as Partial<Candidate>))
  )
)

const inputs: fc.Arbitrary<AttributionInput> = people.chain((all) => {
  const someone = fc.constantFrom(...all)
  const buyer = fc.oneof(
    fc.constant({ customer_id: null, email: "shopper@example.com" }),
    someone.map(({ name, email }) => ({
      customer_id: `cus_${name}`,
      email: `x${email}`,
    })),
    someone.map(({ email }) => ({
      customer_id: null,
      email: email.replace("@", "+x@"),
    }))
  )
  const hours = fc
    .integer({ min: -2, max: 31 * 24 })
    .map((value) => ago((value * DAY_MS) / 24))
  return fc
    .record({
      buyer,
      manual: fc.oneof(
        { weight: 6, arbitrary: fc.constant(null) },
        {
          weight: 1,
          arbitrary: fc.constant({ candidate: null, note: "nobody" }),
        },
        {
          weight: 1,
          arbitrary: someone.map((who) => ({ candidate: who, note: "a word" })),
        }
      ),
      codes: fc.array(fc.tuple(someone, fc.constantFrom(0, 5, 10), hours), {
        maxLength: 3,
      }),
      clicks: fc.array(fc.tuple(someone, hours), { maxLength: 4 }),
      bond: fc.oneof(
        fc.constant(null),
        fc.tuple(someone, hours, fc.oneof(fc.constant(null), hours))
      ),
      returning_customer: fc.boolean(),
    })
    .map(({ buyer: who, codes, clicks, bond: bound, ...rest }) => ({
      placed_at: PLACED_AT,
      currency_code: "usd",
      ...who,
      ...rest,
      codes: codes.map(([of, discount, created], index) =>
        code(of, { discount, created, id: `affcode_${index}` })
      ),
      clicks: clicks.map(([of, at], index) => click(of, at, `affclk_${index}`)),
      bond: bound && bond(bound[0], { starts: bound[1], ends: bound[2] }),
    }))
})

const without = ({ trace: _, ...verdict }: Verdict) => verdict

test("whoever is credited was approved, in an active program, and touched the order", () => {
  fc.assert(
    fc.property(inputs, (input) => {
      const verdict = judge(input)
      const touched = [
        input.manual?.candidate,
        ...input.codes.map((touch) => touch.candidate),
        ...input.clicks.map((touch) => touch.candidate),
        input.bond?.candidate,
      ]
      if (verdict.outcome === "attributed") {
        const winner = touched.find(
          (who) => who?.affiliate_id === verdict.affiliate_id
        )
        expect(winner).toMatchObject({
          status: "approved",
          program_active: true,
        })
        expect(verdict.reason).toBe(verdict.source)
      } else {
        expect(without(verdict)).toMatchObject({
          affiliate_id: null,
          source: null,
          code_id: null,
          click_id: null,
          flagged: false,
        })
      }
    }),
    { numRuns: 1000 }
  )
})

test("nobody earns by buying from themselves where that is blocked, and nobody's is flagged but a buyer's own", () => {
  fc.assert(
    fc.property(inputs, (input) => {
      const verdict = judge(input)
      const everybody = [
        ...input.codes,
        ...input.clicks,
        ...(input.bond ? [input.bond] : []),
      ]
        .map((touch) => touch.candidate)
        .concat(input.manual?.candidate ?? [])
      const winner = everybody.find(
        (who) => who.affiliate_id === verdict.affiliate_id
      )
      if (!winner) return
      const own = isSelfReferral(input, winner)
      if (own && verdict.source !== "manual")
        expect(winner.self_referral).not.toBe("block")
      expect(verdict.flagged).toBe(own && winner.self_referral === "flag")
    }),
    { numRuns: 1000 }
  )
})

test("the order in which codes and clicks are read changes nothing", () => {
  const shuffled = inputs.chain((input) =>
    fc
      .tuple(
        fc.shuffledSubarray(input.codes, { minLength: input.codes.length }),
        fc.shuffledSubarray(input.clicks, { minLength: input.clicks.length })
      )
      .map(([codes, clicks]) => ({ input, codes, clicks }))
  )
  fc.assert(
    fc.property(shuffled, ({ input, codes, clicks }) => {
      expect(judge({ ...input, codes, clicks })).toEqual(judge(input))
    }),
    { numRuns: 500 }
  )
})

test("a weaker touch never takes an order from a stronger one that may have it", () => {
  fc.assert(
    fc.property(inputs, (input) => {
      const { source, affiliate_id } = judge(input)
      const { manual, codes, clicks } = input
      const nothing = { ...input, manual: null, codes: [], clicks: [] }
      const stronger: Record<string, AttributionInput> = {
        manual: { ...nothing, manual },
        code: { ...nothing, manual, codes },
        click: { ...nothing, manual, codes, clicks },
      }
      if (source && stronger[source]) {
        expect(judge(stronger[source])).toMatchObject({ affiliate_id, source })
      }
    }),
    { numRuns: 500 }
  )
})

describe("the trace", () => {
  const PRECEDENCE = ["manual", "code", "click", "attribution", "verdict"]

  test("says what was looked at, what was found and what followed, in the order of precedence", () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const { trace } = judge(input)
        expect(trace.length).toBeGreaterThan(0)
        for (const step of trace) {
          for (const words of [step.looked_at, step.found, step.followed]) {
            expect(words.trim()).not.toBe("")
          }
        }
        const steps = trace.map(({ step }) => PRECEDENCE.indexOf(step))
        expect(steps).not.toContain(-1)
        expect(steps).toEqual([...steps].sort((a, b) => a - b))
      }),
      { numRuns: 500 }
    )
  })

  test("names the credited affiliate once, and only them", () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const { trace, source, outcome } = judge(input)
        const credits = trace.filter(({ followed }) =>
          followed.endsWith(" is credited")
        )
        const winners = credits.filter(
          ({ followed }) => followed !== "nobody is credited"
        )
        expect(winners.map(({ step }) => step)).toEqual(
          outcome === "attributed" ? [source] : []
        )
      }),
      { numRuns: 500 }
    )
  })

  test("has a step for every touch, also for those that came to nothing", () => {
    fc.assert(
      fc.property(inputs, (input) => {
        fc.pre(input.manual === null)
        const { trace } = judge(input)
        const count = (step: string) =>
          trace.filter((one) => one.step === step).length
        expect(count("code")).toBe(Math.max(1, input.codes.length))
        expect(count("click")).toBeGreaterThan(0)
        expect(count("attribution")).toBe(1)
      }),
      { numRuns: 500 }
    )
  })

  test("explains nobody: nothing was found, or everyone found was passed over", () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const { outcome, reason, trace } = judge(input)
        fc.pre(outcome === "none")
        if (reason === "manual_none") {
          expect(trace.map(({ followed }) => followed)).toEqual([
            "nobody is credited",
          ])
        } else if (reason === "no_touch") {
          expect(new Set(trace.map(({ followed }) => followed))).toEqual(
            new Set(["nothing to credit by it"])
          )
        } else {
          expect(
            trace.some(({ followed }) => followed.startsWith("passed over: "))
          ).toBe(true)
        }
      }),
      { numRuns: 1000 }
    )
  })
})
