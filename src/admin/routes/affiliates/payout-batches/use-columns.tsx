import { createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"

import { DateText } from "../../../components/date-text"
import { Money } from "../../../components/money"
import { PayoutBatchStatusBadge } from "../../../components/status-badges"
import type { PayoutBatch } from "../../../types"

const helper = createDataTableColumnHelper<PayoutBatch>()

export function usePayoutBatchColumns() {
  const { t } = useTranslation("affiliate")

  return useMemo(
    () => [
      helper.accessor("display_id", {
        header: t("payoutBatches.fields.number"),
        cell: ({ getValue }) => `#${getValue()}`,
        maxSize: 120,
      }),
      helper.accessor("program", {
        header: t("payoutBatches.fields.program"),
        cell: ({ getValue }) =>
          getValue()?.name ?? t("payoutBatches.allPrograms"),
        maxSize: 240,
      }),
      helper.accessor("status", {
        header: t("payoutBatches.fields.status"),
        cell: ({ getValue }) => <PayoutBatchStatusBadge status={getValue()} />,
        truncateTooltip: false,
      }),
      helper.accessor("item_count", {
        header: t("payoutBatches.fields.count"),
        align: "right",
      }),
      helper.accessor("created_at", {
        header: t("payoutBatches.fields.createdAt"),
        cell: ({ getValue }) => <DateText value={getValue()} />,
        enableSorting: true,
        sortAscLabel: t("common.sort.oldest"),
        sortDescLabel: t("common.sort.newest"),
      }),
      helper.accessor("amount", {
        header: t("payoutBatches.fields.amount"),
        cell: ({ row }) => (
          <Money
            amount={row.original.amount}
            currencyCode={row.original.currency_code}
          />
        ),
        align: "right",
      }),
    ],
    [t]
  )
}
