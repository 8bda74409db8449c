import { createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"

import { DateText } from "../../../components/date-text"
import { useAffiliates } from "../../../hooks/affiliates"
import { usePrograms } from "../../../hooks/programs"
import { useFormat } from "../../../lib/format"
import type { Application } from "../../../types"

const helper = createDataTableColumnHelper<Application>()

const Nothing = () => <span className="text-ui-fg-muted">–</span>

/** Columns of the applications. */
export function useApplicationColumns(applications: Application[] = []) {
  const { t } = useTranslation("affiliate")
  const { country } = useFormat()
  const { count: programs } = usePrograms({ limit: 1 })
  const referrers = useReferrers(applications)

  return useMemo(
    () => [
      helper.select(),
      helper.accessor("name", {
        header: t("applications.fields.applicant"),
        enableSorting: true,
        sortAscLabel: t("common.sort.az"),
        sortDescLabel: t("common.sort.za"),
        maxSize: 200,
      }),
      helper.accessor("email", {
        header: t("affiliates.fields.email"),
        enableSorting: true,
        sortAscLabel: t("common.sort.az"),
        sortDescLabel: t("common.sort.za"),
        maxSize: 220,
      }),
      // In a store with one program the column would say the same in every row.
      ...(programs > 1
        ? [
            helper.accessor("program.name", {
              id: "program",
              header: t("affiliates.fields.program"),
              maxSize: 140,
            }),
          ]
        : []),
      helper.accessor("website", {
        header: t("affiliates.fields.website"),
        cell: ({ getValue }) =>
          getValue()?.replace(/^https?:\/\//, "") ?? <Nothing />,
        maxSize: 200,
      }),
      helper.accessor("country_code", {
        header: t("affiliates.fields.country"),
        cell: ({ getValue }) => {
          const code = getValue()
          return code ? country(code) : <Nothing />
        },
        maxSize: 150,
      }),
      helper.accessor("parent_id", {
        header: t("applications.fields.referredBy"),
        cell: ({ getValue }) => referrers.get(getValue() ?? "") ?? <Nothing />,
        maxSize: 160,
      }),
      helper.accessor("created_at", {
        header: t("applications.fields.applied"),
        cell: ({ getValue }) => <DateText value={getValue()} />,
        enableSorting: true,
        sortAscLabel: t("common.sort.oldest"),
        sortDescLabel: t("common.sort.newest"),
      }),
    ],
    [t, country, programs, referrers]
  )
}

/** Names of those who referred the applicants, by id. */
function useReferrers(applications: Application[]): Map<string, string> {
  const ids = [
    ...new Set(applications.flatMap(({ parent_id }) => parent_id ?? [])),
  ].sort()
  const { affiliates } = useAffiliates(
    { id: ids, limit: Math.max(ids.length, 1) },
    { enabled: ids.length > 0 }
  )
  return useMemo(
    () => new Map(affiliates?.map(({ id, name }) => [id, name])),
    [affiliates]
  )
}
