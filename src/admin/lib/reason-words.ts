import { useMemo } from "react"
import { useTranslation } from "react-i18next"

import type { FormField } from "../types"
import { toWords } from "./answer-words"

/** What the store writes itself where a program has decided by its requirements. */
const BY_PROGRAM = /^Requirements not met: (.+)$/

const ANSWER = /^answer to (\S+)$/

/**
 * Why somebody has the status they have: a person's own words as they are, and
 * what a program decided by itself in the dashboard's language.
 */
export function useReasonWords() {
  const { t } = useTranslation("affiliate")

  return useMemo(() => {
    const unmet = (part: string, form: FormField[]): string => {
      const [, key] = ANSWER.exec(part) ?? []
      if (key) {
        const question = form.find((field) => field.key === key)?.label
        return t("joining.unmet.answer", { question: question ?? toWords(key) })
      }
      switch (part) {
        case "country":
          return t("joining.unmet.country")
        case "e-mail domain":
          return t("joining.unmet.domain")
        case "e-mail domain (the e-mail is not the login's own)":
          return t("joining.unmet.login")
        default:
          return part
      }
    }

    return (reason: string, form: FormField[] = []): string => {
      const [, parts] = BY_PROGRAM.exec(reason) ?? []
      return parts
        ? t("joining.unmet.reason", {
            list: parts
              .split("; ")
              .map((part) => unmet(part, form))
              .join("; "),
          })
        : reason
    }
  }, [t])
}
