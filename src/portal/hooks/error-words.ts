import { useCallback } from "react"
import { useSpeech } from "../i18n/language"
import { ApiError } from "../lib/api"
import { note } from "../lib/note"

const TOO_MANY = 429
const FAULT = 500

/** What went wrong, for a person: the store's own words where it has said why. */
export function useErrorWords(): (error: unknown) => string {
  const { t, language } = useSpeech()
  return useCallback(
    (error) => {
      if (!(error instanceof ApiError)) return t("common.noConnection")
      if (error.status === TOO_MANY) return t("common.tooMany")
      if (error.status >= FAULT) return t("common.failedHint")
      return language === "en"
        ? error.message
        : t("common.storeSays", { message: error.message })
    },
    [t, language]
  )
}

export function useErrorToast(): (error: unknown) => void {
  const words = useErrorWords()
  return useCallback((error) => note.failed(words(error)), [words])
}
