import {
  patternOf,
  pseudonymOf,
  traceWithout,
} from "../../src/modules/affiliate/domain/erasure"
import { traceStep } from "../../src/modules/affiliate/domain/trace"
import type { TraceFacts } from "../../src/modules/affiliate/domain/trace-facts"

const ID = "aff_01KZZZZZZZZZZZZZZZABCDEFGH"
const PSEUDONYM = pseudonymOf(ID)

test("a pseudonym tells two apart, reaches nobody, and is the same each time", () => {
  expect(PSEUDONYM).toEqual({
    name: "Erased affiliate ABCDEFGH",
    email: "erased-aff_01kzzzzzzzzzzzzzzzabcdefgh@erased.invalid",
  })
  expect(pseudonymOf(ID)).toEqual(PSEUDONYM)
  expect(pseudonymOf(`${ID.slice(0, -1)}J`)).not.toEqual(PSEUDONYM)
})

const without = (text: string, ...words: string[]) =>
  text.replace(new RegExp(patternOf(words)!, "gi"), "…")

test.each<[string, string, string[], string]>([
  ["a name", "for Ada, who asked", ["Ada"], "for …, who asked"],
  ["in any letter case", "ADA asked ada", ["Ada"], "… asked …"],
  ["no part of a word", "Adaptive Nevada", ["Ada"], "Adaptive Nevada"],
  ["the longest first", "Ada Lovelace", ["Ada", "Ada Lovelace"], "…"],
  [
    "signs as they stand",
    "to a.d+a@x.io, a.d+aQx.io",
    ["a.d+a@x.io"],
    "to …, a.d+aQx.io",
  ],
  ["brackets", "O'Neil (Bob) [x] {y}", ["O'Neil (Bob) [x"], "…] {y}"],
])("%s is found", (_, text, words, expected) => {
  expect(without(text, ...words)).toBe(expected)
})

test("there is nothing to look for in a single letter", () => {
  expect(patternOf(["A", ""])).toBeNull()
  expect(patternOf([])).toBeNull()
})

const of = (affiliate_id: string, affiliate_name: string) => ({
  affiliate_id,
  affiliate_name,
})
const facts: TraceFacts[] = [
  {
    kind: "code",
    ...of(ID, "code"),
    code: "ADA10",
    discount: "5",
    currency_code: "usd",
    outcome: "credited",
  },
  {
    kind: "click",
    ...of("aff_other", "Bob"),
    clicked_at: "2026-03-01T12:00:00.000Z",
    outcome: "outranked",
  },
  {
    kind: "attribution_ended",
    ...of(ID, "code"),
    ended_at: "2026-03-01T12:00:00.000Z",
  },
  {
    kind: "level",
    ...of(ID, "code"),
    level: 2,
    percent: "5",
    basis: "order",
    outcome: "passed_over",
    refusal: "affiliate_suspended",
  },
  { kind: "none_found", of: "attribution" },
  { kind: "base", amount: "198.00", currency_code: "usd" },
]

test("a trace calls the person by the pseudonym, whatever the name was, and others as before", () => {
  const trace = facts.map(traceStep)
  const erased = traceWithout(trace, ID, PSEUDONYM, null)
  expect(erased).toEqual(
    facts.map((fact) =>
      traceStep(
        "affiliate_id" in fact && fact.affiliate_id === ID
          ? { ...fact, affiliate_name: PSEUDONYM.name }
          : fact
      )
    )
  )
  expect(erased[0]!.found).toContain("Erased affiliate ABCDEFGH")
  expect(erased[1]).toEqual(trace[1])
  expect(erased.map(({ step }) => step)).toEqual(trace.map(({ step }) => step))
  expect(traceWithout(erased, ID, PSEUDONYM, null)).toEqual(erased)
})

test("a person's word is told without the name that it held", () => {
  const trace = [
    traceStep({
      kind: "manual",
      ...of(ID, "Ada"),
      note: "Ada called",
      outcome: "credited",
    }),
  ]
  const [step] = traceWithout(
    trace,
    ID,
    PSEUDONYM,
    "Erased affiliate ABCDEFGH called"
  )
  expect(JSON.stringify(step)).not.toContain("Ada")
  expect(step!.facts).toMatchObject({
    note: "Erased affiliate ABCDEFGH called",
  })
})
