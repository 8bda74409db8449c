import { FetchError } from "@medusajs/js-sdk"
import { toast } from "@medusajs/ui"
import { useCallback } from "react"
import { useTranslation } from "react-i18next"

/** Shows what the store said when something was refused. */
export function useErrorToast() {
  const { t } = useTranslation("affiliate")
  return useCallback(
    (error: unknown) => {
      toast.error(
        error instanceof FetchError ? error.message : t("common.error.unknown")
      )
    },
    [t]
  )
}
