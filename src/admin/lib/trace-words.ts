import { useTranslation } from "react-i18next"

import type { TraceStep } from "../types"
import { useFormat } from "./format"
import { tellStep } from "./trace-facts"

/** Tells a trace step in the dashboard's language. */
export function useTraceWords() {
  const { t } = useTranslation("affiliate")
  const { money, percent, dateTime } = useFormat()

  return (step: TraceStep) => tellStep(step, { t, money, percent, dateTime })
}
