import { TraceFacts } from "./trace-facts"
import { TraceStep, traceStep } from "./trace"

/** What stands in the books in place of a person who was erased. */
export interface Pseudonym {
  name: string
  email: string
}

/** Enough of an id for people to tell two apart. */
const SHORT_ID_LENGTH = 8
/** A single letter stands in too many words to be looked for. */
const WORD_LENGTH_MIN = 2

/** The reserved ending `.invalid` reaches nobody. */
export const pseudonymOf = (affiliate_id: string): Pseudonym => ({
  name: `Erased affiliate ${affiliate_id.slice(-SHORT_ID_LENGTH)}`,
  email: `erased-${affiliate_id.toLowerCase()}@erased.invalid`,
})

/**
 * A regular expression, for Postgres, that finds any of the words as a whole,
 * the longest first; `null` = there is nothing to look for.
 */
export const patternOf = (words: string[]): string | null => {
  const wanted = [...new Set(words)]
    .filter((word) => word.length >= WORD_LENGTH_MIN)
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
  return wanted.length ? `(?<!\\w)(?:${wanted.join("|")})(?!\\w)` : null
}

/**
 * A trace that calls an erased affiliate by the pseudonym, in words and facts.
 *
 * @param note the words of whoever attributed by hand, without the person's name; `null` = none
 */
export const traceWithout = (
  trace: TraceStep[],
  affiliate_id: string,
  { name }: Pseudonym,
  note: string | null
): TraceStep[] =>
  trace.map((step) => {
    const { facts } = step
    if (!("affiliate_id" in facts) || facts.affiliate_id !== affiliate_id) {
      return step
    }
    const renamed: TraceFacts = { ...facts, affiliate_name: name }
    return traceStep(
      renamed.kind === "manual" ? { ...renamed, note: note ?? "" } : renamed
    )
  })
