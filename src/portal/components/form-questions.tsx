import { useSpeech } from "../i18n/language"
import { isAddress } from "../lib/addresses"
import type { FormField } from "../lib/types"
import { Choice, LongField, TextField } from "./field"

export type Answers = Record<string, string>

/** What the program wants to know of who applies, by the type of each question. */
export function FormQuestions({
  fields,
  answers,
  onAnswer,
  problems,
}: {
  fields: FormField[]
  answers: Answers
  onAnswer: (key: string, answer: string) => void
  /** By the key of the question. */
  problems: Record<string, string>
}) {
  const { t } = useSpeech()
  return (
    <>
      {fields.map(({ key, label, type, required = false, options = [] }) => {
        const common = {
          label,
          optional: !required,
          value: answers[key] ?? "",
          error: problems[key],
          onValue: (answer: string) => onAnswer(key, answer),
        }
        if (type === "choice")
          return (
            <Choice
              key={key}
              {...common}
              options={[
                { value: "", label: t("entry.signUp.choose") },
                ...options.map((value) => ({ value, label: value })),
              ]}
            />
          )
        if (type === "text") return <LongField key={key} {...common} />
        return (
          <TextField
            key={key}
            {...common}
            type={type === "url" ? "url" : "text"}
            inputMode={type === "number" ? "decimal" : "url"}
          />
        )
      })}
    </>
  )
}

/** What is wrong with the answers, by question; the store holds them to the same. */
export function useAnswerProblems() {
  const { t } = useSpeech()
  return (
    fields: FormField[],
    answers: Answers,
    needsAll: boolean
  ): Record<string, string> =>
    Object.fromEntries(
      fields.flatMap(({ key, type, required }): [string, string][] => {
        const answer = answers[key]?.trim() ?? ""
        if (!answer)
          return required && needsAll ? [[key, t("common.required")]] : []
        if (type === "number" && numberOf(answer) === null)
          return [[key, t("entry.signUp.number")]]
        if (type === "url" && !isAddress(answer))
          return [[key, t("entry.signUp.url")]]
        return []
      })
    )
}

const numberOf = (answer: string): number | null => {
  const number = Number(answer.replace(",", "."))
  return Number.isFinite(number) ? number : null
}

/** The answers as the store takes them; what was left empty is not among them. */
export const answersOf = (
  fields: FormField[],
  answers: Answers
): Record<string, string | number> =>
  Object.fromEntries(
    fields.flatMap(({ key, type }): [string, string | number][] => {
      const answer = answers[key]?.trim() ?? ""
      if (!answer) return []
      return [[key, type === "number" ? (numberOf(answer) ?? answer) : answer]]
    })
  )
