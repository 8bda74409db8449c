import type { DataTableFilter } from "@medusajs/ui"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"

import { useChosenAffiliates } from "../../components/table-filters"
import { usePrograms } from "../../hooks/programs"
import { useTiers } from "../../hooks/tiers"
import type { AffiliateStatus } from "../../types"

const STATUSES: AffiliateStatus[] = [
  "pending",
  "approved",
  "rejected",
  "suspended",
]

const OPTIONS_MAX = 100

/**
 * Filters of the affiliate list: status, program and tier; and who recruited
 * them, once the tree of somebody's page has led here.
 */
export function useAffiliateFilters(): DataTableFilter[] {
  const { t } = useTranslation("affiliate")
  const { programs } = usePrograms({ limit: OPTIONS_MAX, order: "name" })
  const { tiers } = useTiers({ limit: OPTIONS_MAX, order: "rank" })
  const recruiters = useChosenAffiliates("parent_id")

  return useMemo(() => {
    const nameOf = new Map(programs?.map(({ id, name }) => [id, name]))
    return [
      {
        id: "status",
        type: "multiselect",
        label: t("affiliates.fields.status"),
        searchable: false,
        options: STATUSES.map((status) => ({
          value: status,
          label: t(`affiliates.status.${status}`),
        })),
      },
      {
        id: "program_id",
        type: "multiselect",
        label: t("affiliates.fields.program"),
        options: (programs ?? []).map(({ id, name }) => ({
          value: id,
          label: name,
        })),
      },
      {
        id: "tier_id",
        type: "multiselect",
        label: t("affiliates.fields.tier"),
        options: (tiers ?? []).map(({ id, name, program_id }) => ({
          value: id,
          // Two programs may well have a tier of the same name.
          label: nameOf.size > 1 ? `${name} · ${nameOf.get(program_id)}` : name,
        })),
      },
      ...(recruiters.length
        ? [
            {
              id: "parent_id",
              type: "multiselect" as const,
              label: t("affiliates.fields.parent"),
              options: recruiters,
            },
          ]
        : []),
    ]
  }, [t, programs, tiers, recruiters])
}
