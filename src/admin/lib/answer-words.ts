import type { Answers, FormField } from "../types"

export type AnswerRow = {
  key: string
  question: string
  answer: string
  /** Where the answer is an address on the web. */
  href?: string
}

/**
 * What was answered, in the order and the words of the form; behind it what
 * the form does not ask (any more).
 *
 * @param number writes a figure in the dashboard's language
 */
export function toAnswerRows(
  answers: Answers | null,
  form: FormField[] = [],
  number: (value: number) => string
): AnswerRow[] {
  const given = answers ?? {}
  const asked = new Map(form.map((field) => [field.key, field]))
  const keys = [
    ...form.map(({ key }) => key).filter((key) => Object.hasOwn(given, key)),
    ...Object.keys(given).filter((key) => !asked.has(key)),
  ]
  return keys.map((key) => {
    const said = given[key]
    const answer = typeof said === "number" ? number(said) : toText(said)
    return {
      key,
      question: asked.get(key)?.label ?? toWords(key),
      answer,
      ...(/^https?:\/\//.test(answer) ? { href: answer } : {}),
    }
  })
}

/** `audience_size` → `Audience size`: forms name their fields for machines. */
export function toWords(name: string): string {
  const words = name.replace(/[_-]+/g, " ").trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** A form of the store's own may send anything that is JSON. */
function toText(answer: unknown): string {
  if (Array.isArray(answer)) {
    return answer.map(toText).join(", ")
  }
  return typeof answer === "object" && answer !== null
    ? JSON.stringify(answer)
    : String(answer ?? "–")
}
