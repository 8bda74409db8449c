import { useTranslation } from "react-i18next"

import type { TraceStep } from "../types"
import { useFormat } from "./format"
import type { Speaker } from "./trace-sentences"
import { TRACE_SENTENCES } from "./trace-sentences"

/** Tells a trace step in the dashboard's language. */
export function useTraceWords() {
  const { t } = useTranslation("affiliate")
  const { locale, money, percent, dateTime } = useFormat()

  const speaker: Speaker = {
    t,
    money,
    percent,
    dateTime,
    figure: (decimal) =>
      new Intl.NumberFormat(locale, {
        minimumFractionDigits: decimal.split(".")[1]?.length ?? 0,
      }).format(Number(decimal)),
  }

  const tell = (part: keyof typeof TRACE_SENTENCES, text: string): string => {
    for (const { pattern, tell: inWords } of TRACE_SENTENCES[part]) {
      const match = pattern.exec(text)
      if (match) {
        return inWords(speaker, ...match.slice(1))
      }
    }
    return text.charAt(0).toUpperCase() + text.slice(1)
  }

  return ({ looked_at, found, followed }: TraceStep) => ({
    lookedAt: tell("looked_at", looked_at),
    found: tell("found", found),
    followed: tell("followed", followed),
  })
}
