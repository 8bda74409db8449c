import { createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"

import { DateText } from "../../../components/date-text"
import { Money } from "../../../components/money"
import { PayoutStatusBadge } from "../../../components/status-badges"
import { useDestinationWords } from "../../../lib/destination-words"
import type { Payout } from "../../../types"
import type { View } from "./use-view"

const columnHelper = createDataTableColumnHelper<Payout>()

/** Inside a view of one status, the status itself says nothing new. */
export function usePayoutColumns(view: View) {
  const { t } = useTranslation("affiliate")
  const { provider: providerName } = useDestinationWords()

  return useMemo(
    () => [
      columnHelper.select(),
      columnHelper.accessor("display_id", {
        header: t("payouts.fields.number"),
        cell: ({ getValue }) => `#${getValue()}`,
        maxSize: 120,
      }),
      columnHelper.accessor("affiliate", {
        header: t("payouts.fields.affiliate"),
        cell: ({ row }) => row.original.affiliate.name,
        maxSize: 280,
      }),
      columnHelper.accessor("provider", {
        header: t("payouts.fields.provider"),
        cell: ({ getValue }) => providerName(getValue()),
      }),
      ...(view === "all"
        ? [
            columnHelper.accessor("status", {
              header: t("payouts.fields.status"),
              cell: ({ getValue }) => <PayoutStatusBadge status={getValue()} />,
              truncateTooltip: false,
            }),
          ]
        : []),
      ...(view === "processing"
        ? [
            columnHelper.accessor("look_up_error", {
              header: t("payouts.fields.lookUpError"),
              cell: ({ row: { original } }) =>
                original.look_up_error ??
                (original.stuck_at ? t("payouts.detail.stuck") : "–"),
              maxSize: 320,
            }),
          ]
        : []),
      ...(view === "paid"
        ? [
            columnHelper.accessor("reference", {
              header: t("payouts.fields.reference"),
              cell: ({ getValue }) => getValue() ?? "–",
              maxSize: 240,
            }),
          ]
        : []),
      ...(view === "failed"
        ? [
            columnHelper.accessor("failure_reason", {
              header: t("payouts.fields.failureReason"),
              cell: ({ getValue }) => getValue() ?? "–",
              maxSize: 320,
            }),
          ]
        : []),
      columnHelper.accessor("created_at", {
        header: t("payouts.fields.createdAt"),
        cell: ({ getValue }) => <DateText value={getValue()} />,
        enableSorting: true,
        sortAscLabel: t("payouts.sort.oldest"),
        sortDescLabel: t("payouts.sort.newest"),
      }),
      columnHelper.accessor("amount", {
        header: t("payouts.fields.amount"),
        cell: ({ row }) => (
          <Money
            amount={row.original.amount}
            currencyCode={row.original.currency_code}
          />
        ),
        align: "right",
        enableSorting: true,
        sortAscLabel: t("payouts.sort.lowest"),
        sortDescLabel: t("payouts.sort.highest"),
      }),
    ],
    [t, providerName, view]
  )
}
