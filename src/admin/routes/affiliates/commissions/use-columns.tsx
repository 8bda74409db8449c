import { createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"

import { CommissionState } from "../../../components/commission-state"
import { DateText } from "../../../components/date-text"
import { Money } from "../../../components/money"
import type { Commission } from "../../../types"
import { useKindName } from "../../../lib/kind-name"

const columnHelper = createDataTableColumnHelper<Commission>()

export function useCommissionColumns() {
  const { t } = useTranslation("affiliate")
  const kindName = useKindName()

  return useMemo(
    () => [
      columnHelper.accessor("affiliate", {
        header: t("commissions.fields.affiliate"),
        cell: ({ row }) => row.original.affiliate.name,
        maxSize: 280,
      }),
      columnHelper.accessor("order_display_id", {
        header: t("commissions.fields.order"),
        cell: ({ getValue }) => {
          const displayId = getValue()
          return displayId === null ? (
            <span className="text-ui-fg-muted">–</span>
          ) : (
            `#${displayId}`
          )
        },
      }),
      columnHelper.accessor("kind", {
        header: t("commissions.fields.kind"),
        cell: ({ row }) => kindName(row.original),
      }),
      columnHelper.accessor("status", {
        header: t("commissions.fields.status"),
        cell: ({ row }) => <CommissionState commission={row.original} />,
        truncateTooltip: false,
      }),
      columnHelper.accessor("available_at", {
        header: t("commissions.fields.availableAt"),
        cell: ({ row }) => (
          <DateText
            value={
              row.original.status === "pending"
                ? row.original.available_at
                : null
            }
          />
        ),
        enableSorting: true,
        sortAscLabel: t("commissions.sort.dueFirst"),
        sortDescLabel: t("commissions.sort.dueLast"),
      }),
      columnHelper.accessor("created_at", {
        header: t("commissions.fields.createdAt"),
        cell: ({ getValue }) => <DateText value={getValue()} />,
        enableSorting: true,
        sortAscLabel: t("commissions.sort.oldest"),
        sortDescLabel: t("commissions.sort.newest"),
      }),
      columnHelper.accessor("amount", {
        header: t("commissions.fields.amount"),
        cell: ({ row }) => (
          <Money
            amount={row.original.amount}
            currencyCode={row.original.currency_code}
          />
        ),
        align: "right",
        enableSorting: true,
        sortAscLabel: t("commissions.sort.lowest"),
        sortDescLabel: t("commissions.sort.highest"),
      }),
    ],
    [t, kindName]
  )
}
