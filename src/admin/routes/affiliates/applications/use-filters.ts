import { useDataTableDateFilters } from "@medusajs/dashboard/hooks"
import type { DataTableFilter } from "@medusajs/ui"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"

import { usePrograms } from "../../../hooks/programs"

const OPTIONS_MAX = 100

/** Filters of the applications: program, and when they came. */
export function useApplicationFilters(): DataTableFilter[] {
  const { t } = useTranslation("affiliate")
  const { programs } = usePrograms({ limit: OPTIONS_MAX, order: "name" })
  const dateFilters = useDataTableDateFilters()

  return useMemo(
    () => [
      {
        id: "program_id",
        type: "multiselect",
        label: t("affiliates.fields.program"),
        options: (programs ?? []).map(({ id, name }) => ({
          value: id,
          label: name,
        })),
      },
      ...dateFilters
        .filter(({ id }) => id === "created_at")
        .map((filter) => ({
          ...filter,
          label: t("applications.fields.applied"),
        })),
    ],
    [t, programs, dateFilters]
  )
}
