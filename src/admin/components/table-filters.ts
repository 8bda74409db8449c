import { useDataTableDateFilters } from "@medusajs/dashboard/hooks"
import type { DataTableFilter } from "@medusajs/ui"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"

import { useAffiliates } from "../hooks/affiliates"
import { useStoreCurrencies } from "../hooks/store-currencies"
import { useFormat } from "../lib/format"

/** As many as the dashboard's own filters load at once. */
const AFFILIATES_MAX = 1000

/** Filters that the tables of money share: affiliate, currency and time. */
export function useMoneyFilters(): DataTableFilter[] {
  const { t } = useTranslation("affiliate")
  const { currencyName } = useFormat()
  const { affiliates } = useAffiliates({
    limit: AFFILIATES_MAX,
    order: "name",
  })
  const currencies = useStoreCurrencies().join(",")
  const dateFilters = useDataTableDateFilters()

  return useMemo(
    () => [
      {
        id: "affiliate_id",
        type: "multiselect",
        label: t("commissions.fields.affiliate"),
        options: (affiliates ?? []).map(({ id, name }) => ({
          value: id,
          label: name,
        })),
      },
      {
        id: "currency_code",
        type: "multiselect",
        label: t("commissions.fields.currency"),
        options: currencies
          .split(",")
          .filter(Boolean)
          .map((code) => ({
            value: code,
            label: `${code.toUpperCase()} · ${currencyName(code)}`,
          })),
      },
      ...dateFilters
        .filter(({ id }) => id === "created_at")
        .map((filter) => ({
          ...filter,
          label: t("commissions.fields.createdAt"),
        })),
    ],
    [t, affiliates, currencies, currencyName, dateFilters]
  )
}
