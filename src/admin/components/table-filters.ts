import { useDataTableDateFilters } from "@medusajs/dashboard/hooks"
import type { DataTableFilter } from "@medusajs/ui"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"

import { useAffiliates } from "../hooks/affiliates"
import { useStoreCurrencies } from "../hooks/store-currencies"
import { useFormat } from "../lib/format"
import { useTableQuery } from "../lib/table-query"

/** As many as the dashboard's own filters load at once. */
const AFFILIATES_MAX = 1000

type Option = { value: string; label: string }

/** The affiliates that a filter in the address names, however many others there are. */
export function useChosenAffiliates(filter: string): Option[] {
  const chosen = useTableQuery({ filters: [filter] })[filter]
  const ids = [chosen ?? []].flat().map(String)
  const { affiliates } = useAffiliates(
    { id: ids, limit: Math.max(ids.length, 1), fields: "id,name" },
    { enabled: ids.length > 0 }
  )
  const wanted = ids.join(",")

  return useMemo(() => {
    const names = new Map(affiliates?.map(({ id, name }) => [id, name]))
    return wanted
      .split(",")
      .filter(Boolean)
      .map((id) => ({ value: id, label: names.get(id) ?? "…" }))
  }, [affiliates, wanted])
}

/** Filters that the tables of money share: affiliate, currency and time. */
export function useMoneyFilters(): DataTableFilter[] {
  const { t } = useTranslation("affiliate")
  const { currencyName } = useFormat()
  const { affiliates } = useAffiliates({
    limit: AFFILIATES_MAX,
    order: "name",
    fields: "id,name",
  })
  const chosen = useChosenAffiliates("affiliate_id")
  const currencies = useStoreCurrencies().join(",")
  const dateFilters = useDataTableDateFilters()

  return useMemo(
    () => [
      {
        id: "affiliate_id",
        type: "multiselect",
        label: t("commissions.fields.affiliate"),
        options: withChosen(
          (affiliates ?? []).map(({ id, name }) => ({
            value: id,
            label: name,
          })),
          chosen
        ),
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
    [t, affiliates, chosen, currencies, currencyName, dateFilters]
  )
}

/** Who is chosen is offered even where there are more affiliates than options. */
const withChosen = (options: Option[], chosen: Option[]): Option[] => [
  ...chosen.filter(({ value }) => options.every((one) => one.value !== value)),
  ...options,
]
