import { useCallback } from "react"
import { useTranslation } from "react-i18next"

/** What an e-mail is about that affiliates may switch off; one of a newer store is told as it is. */
export function useEmailWords(): (email: string) => string {
  const { t, i18n } = useTranslation("affiliate")
  return useCallback(
    (email) =>
      i18n.exists(`affiliate:affiliates.general.emails.${email}`)
        ? t(`affiliates.general.emails.${email as "payout_paid"}`)
        : email,
    [t, i18n]
  )
}
