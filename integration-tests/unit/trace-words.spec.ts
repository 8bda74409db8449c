import { createInstance, type TFunction } from "i18next"
import { de } from "../../src/admin/i18n/de"
import { en } from "../../src/admin/i18n/en"
import { tellStep, type ToldStep } from "../../src/admin/lib/trace-facts"
import {
  traceStep,
  type TraceStep,
} from "../../src/modules/affiliate/domain/trace"
import { ALL_FACTS, FACTS } from "./support/trace-facts"

const LANGUAGES = ["en", "de"] as const

const missing: string[] = []
const i18n = createInstance()

beforeAll(async () => {
  await i18n.init({
    resources: { en: { affiliate: en }, de: { affiliate: de } },
    lng: "en",
    defaultNS: "affiliate",
    interpolation: { escapeValue: false },
    saveMissing: true,
    missingKeyHandler: (_languages, _namespace, key) => missing.push(key),
    missingInterpolationHandler: (text) => missing.push(text),
  })
})

beforeEach(() => {
  missing.length = 0
})

/** Writes money so that a test sees what it was asked to write. */
const told = (
  step: TraceStep,
  language: (typeof LANGUAGES)[number]
): ToldStep => {
  const t: TFunction<"affiliate"> = i18n.getFixedT(language, "affiliate")
  return tellStep(step, {
    t,
    money: (amount, currencyCode) => `<${amount} ${currencyCode}>`,
    percent: (percent) => `<${percent} %>`,
    dateTime: (value) => `<${value}>`,
  })
}

/** Words that the dashboard shows only where it has none of its own. */
const mute = (step: TraceStep): TraceStep => ({
  ...step,
  looked_at: "§",
  found: "§",
  followed: "§",
})

describe.each(Object.entries(FACTS))(
  "facts of the kind %s",
  (_kind, examples) => {
    const cases = examples.map(
      (facts) => [JSON.stringify(facts), facts] as const
    )

    test.each(cases)("have words in the store: %s", (_name, facts) => {
      const { looked_at, found, followed } = traceStep(facts)
      for (const words of [looked_at, found, followed]) {
        expect(words.trim()).not.toBe("")
        expect(words).not.toMatch(/undefined|null|NaN|\[object/)
      }
    })

    test.each(cases)(
      "have words in both languages of the dashboard: %s",
      (_name, facts) => {
        const step = mute(traceStep(facts))
        const [english, german] = LANGUAGES.map((language) =>
          told(step, language)
        )
        expect(missing).toEqual([])
        for (const { lookedAt, found, followed } of [english!, german!]) {
          for (const words of [lookedAt, found, followed]) {
            expect(words.trim()).not.toBe("")
            expect(words).not.toMatch(/§|undefined|null|NaN|\[object|\{\{/)
          }
        }
        expect(german!.lookedAt).not.toBe(english!.lookedAt)
        expect(german!.followed).not.toBe(english!.followed)
      }
    )
  }
)

test("no two facts of a step read the same", () => {
  for (const language of LANGUAGES) {
    const read = ALL_FACTS.map((facts) =>
      JSON.stringify(told(mute(traceStep(facts)), language))
    )
    expect(new Set(read).size).toBe(read.length)
  }
  const words = ALL_FACTS.map((facts) => {
    const { facts: _, ...rest } = traceStep(facts)
    return JSON.stringify(rest)
  })
  expect(new Set(words).size).toBe(words.length)
})

test("facts pass through a JSON column unchanged", () => {
  for (const facts of ALL_FACTS) {
    const step = traceStep(facts)
    expect(JSON.parse(JSON.stringify(step))).toStrictEqual(step)
  }
})

describe("the dashboard", () => {
  test("writes money in the currency of the facts, percentages and times in its own way", () => {
    const english = (facts: (typeof ALL_FACTS)[number]) =>
      told(mute(traceStep(facts)), "en").found
    expect(english(FACTS.code[0]!)).toBe(
      "ADA10 of Ada of Berger, is credited, a discount of <22.5 kwd>"
    )
    expect(english(FACTS.click[0]!)).toContain("<2026-02-01T12:00:00.000Z>")
    expect(english(FACTS.terms[0]!)).toContain("<1.5 %>")
    expect(english(FACTS.terms[1]!)).toContain("<1.5 kwd>")
    expect(english(FACTS.base[0]!)).toBe("<180 kwd>")
    expect(english(FACTS.refunds[0]!)).toBe(
      "<90 kwd> of <180 kwd> is left of the order"
    )
    expect(english(FACTS.owed[0]!)).toBe(
      "Level 1: <18 kwd> · Level 2: <4.5 kwd>"
    )
  })

  const words = {
    step: "verdict",
    looked_at: "the moon",
    found: "is full",
    followed: "howled",
  }

  test.each([
    ["without facts", words],
    [
      "with facts of a kind it does not know",
      { ...words, facts: { kind: "moon", phase: "full" } },
    ],
  ])("shows a step %s in the store's own words", (_name, stored) => {
    // As it is read from the database, whatever wrote it.
    const step: TraceStep = JSON.parse(JSON.stringify(stored))
    expect(told(step, "de")).toEqual({
      lookedAt: "The moon",
      found: "Is full",
      followed: "Howled",
    })
  })
})
