import { toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"

import { useErrorToast } from "../../../components/use-error-toast"
import type { BankFile } from "../../../hooks/payouts"
import { BANK_FILES, fetchBankFile } from "../../../hooks/payouts"
import { download } from "../../../lib/download"
import type { ListQuery } from "../../../types"

/** Downloads the payouts that match as a file that a bank takes. */
export function useExport() {
  const { t } = useTranslation("affiliate")
  const showError = useErrorToast()
  const [isPending, setPending] = useState(false)

  const exportFile = async (query: ListQuery, format: BankFile = "generic") => {
    setPending(true)
    try {
      const file = await fetchBankFile(query, format)
      const day = new Date().toISOString().slice(0, 10)
      download(
        file,
        `${t("payouts.export.fileName")}-${day}.${BANK_FILES[format]}`
      )
      toast.success(t("payouts.export.done"), {
        description: t("payouts.export.hint"),
      })
    } catch (error) {
      showError(error)
    } finally {
      setPending(false)
    }
  }

  return { exportFile, isPending }
}
