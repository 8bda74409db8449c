import { ArrowDownTray, ArrowUpTray } from "@medusajs/icons"
import { useTranslation } from "react-i18next"

import { useErrorToast } from "../../components/use-error-toast"
import { fetchAffiliatesCsv } from "../../hooks/affiliates-file"
import { download } from "../../lib/download"
import type { TableQuery } from "../../lib/table-query"

/** The list's menu: affiliates from a file, and those that match into one. */
export function useAffiliateFile(query: TableQuery) {
  const { t } = useTranslation("affiliate")
  const showError = useErrorToast()

  const save = async () => {
    const { limit: _limit, offset: _offset, order: _order, ...matching } = query
    try {
      const day = new Date().toISOString().slice(0, 10)
      download(
        await fetchAffiliatesCsv(matching),
        `${t("affiliates.file.exportName")}-${day}.csv`
      )
    } catch (error) {
      showError(error)
    }
  }

  return {
    groups: [
      {
        actions: [
          {
            icon: <ArrowUpTray />,
            label: t("affiliates.file.import"),
            to: "import",
          },
          {
            icon: <ArrowDownTray />,
            label: t("affiliates.file.export"),
            onClick: () => void save(),
          },
        ],
      },
    ],
  }
}
