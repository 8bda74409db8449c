import { toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"

import { useErrorToast } from "../../../components/use-error-toast"
import { fetchPayoutsCsv } from "../../../hooks/payouts"
import { download } from "../../../lib/download"
import type { ListQuery } from "../../../types"

/** Downloads the payouts that match as the CSV that a bank takes. */
export function useExport() {
  const { t } = useTranslation("affiliate")
  const showError = useErrorToast()
  const [isPending, setPending] = useState(false)

  const exportCsv = async (query: ListQuery) => {
    setPending(true)
    try {
      const file = await fetchPayoutsCsv(query)
      const day = new Date().toISOString().slice(0, 10)
      download(file, `${t("payouts.export.fileName")}-${day}.csv`)
      toast.success(t("payouts.export.done"), {
        description: t("payouts.export.hint"),
      })
    } catch (error) {
      showError(error)
    } finally {
      setPending(false)
    }
  }

  return { exportCsv, isPending }
}
