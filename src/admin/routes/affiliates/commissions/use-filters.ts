import type { DataTableFilter } from "@medusajs/ui"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"

import { useMoneyFilters } from "../../../components/table-filters"
import type { CommissionKind, CommissionStatus } from "../../../types"

const STATUSES: CommissionStatus[] = [
  "pending",
  "available",
  "requested",
  "paid",
  "clawed_back",
]

const KINDS: CommissionKind[] = [
  "sale",
  "trailing",
  "level",
  "bonus",
  "adjustment",
]

/** Ids of the filters below, as the API knows them. */
export const COMMISSION_FILTERS = [
  "status",
  "kind",
  "held",
  "affiliate_id",
  "currency_code",
  "created_at",
] as const

export function useCommissionFilters(): DataTableFilter[] {
  const { t } = useTranslation("affiliate")
  const moneyFilters = useMoneyFilters()

  return useMemo(
    () => [
      {
        id: "status",
        type: "multiselect",
        label: t("commissions.fields.status"),
        searchable: false,
        options: STATUSES.map((status) => ({
          value: status,
          label: t(`commissions.status.${status}`),
        })),
      },
      {
        id: "kind",
        type: "multiselect",
        label: t("commissions.fields.kind"),
        searchable: false,
        options: KINDS.map((kind) => ({
          value: kind,
          label: t(`commissions.kind.${kind}`),
        })),
      },
      {
        id: "held",
        type: "radio",
        label: t("commissions.fields.held"),
        options: [
          { value: "true", label: t("commissions.held") },
          { value: "false", label: t("commissions.notHeld") },
        ],
      },
      ...moneyFilters,
    ],
    [t, moneyFilters]
  )
}
