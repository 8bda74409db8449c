import type { DataTableFilter } from "@medusajs/ui"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"

import { usePrograms } from "../../../hooks/programs"

const OPTIONS_MAX = 100

/** Ids of the filters below, as the API knows them. */
export const RULE_FILTERS = ["program_id", "retired", "exclude"] as const

/** Filters of the list of rules: program, state, and whether a rule pays. */
export function useRuleFilters(): DataTableFilter[] {
  const { t } = useTranslation("affiliate")
  const { programs } = usePrograms({ limit: OPTIONS_MAX, order: "name" })

  return useMemo(
    () => [
      {
        id: "program_id",
        type: "multiselect",
        label: t("rules.fields.program"),
        options: (programs ?? []).map(({ id, name }) => ({
          value: id,
          label: name,
        })),
      },
      {
        id: "retired",
        type: "radio",
        label: t("rules.fields.state"),
        options: [
          { value: "false", label: t("rules.list.notRetired") },
          { value: "true", label: t("rules.state.retired") },
        ],
      },
      {
        id: "exclude",
        type: "radio",
        label: t("rules.list.kind"),
        options: [
          { value: "false", label: t("rules.list.kindPays") },
          { value: "true", label: t("rules.list.kindExcludes") },
        ],
      },
    ],
    [t, programs]
  )
}
