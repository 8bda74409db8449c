import { defineRouteConfig } from "@medusajs/admin-sdk"
import { DataTable } from "@medusajs/dashboard/components"
import { Container } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Outlet } from "react-router-dom"

import { Crumb } from "../../../components/crumb"
import { LoadError } from "../../../components/load-error"
import { useApplications } from "../../../hooks/applications"
import { useSelection } from "../../../hooks/selection"
import { paths } from "../../../lib/paths"
import { useTableQuery } from "../../../lib/table-query"
import { SelectionBar } from "./selection-bar"
import { useApplicationColumns } from "./use-columns"
import { useBulkDecision } from "./use-bulk-decision"
import { useApplicationFilters } from "./use-filters"

const PAGE_SIZE = 20

/** Who waits for a decision, the longest first; a row opens what was written. */
const ApplicationsPage = () => {
  const { t } = useTranslation("affiliate")
  const query = useTableQuery({
    filters: ["program_id", "created_at"],
    pageSize: PAGE_SIZE,
    defaultOrder: "created_at",
  })
  const { applications, count, isPending, error, refetch } =
    useApplications(query)
  const columns = useApplicationColumns(applications)
  const filters = useApplicationFilters()
  const { selected, clear, rowSelection } = useSelection(applications)
  const { ask, dialogs, isAsking } = useBulkDecision(clear)

  return (
    <>
      <Container className="divide-y p-0">
        {error && !applications ? (
          <LoadError error={error} onRetry={refetch} className="min-h-80" />
        ) : (
          <DataTable
            data={applications}
            columns={columns}
            filters={filters}
            rowCount={count}
            pageSize={PAGE_SIZE}
            getRowId={({ id }) => id}
            rowHref={({ id }) => paths.application(id)}
            rowSelection={rowSelection}
            isLoading={isPending}
            heading={t("applications.heading")}
            subHeading={t("applications.subheading")}
            emptyState={{
              empty: t("applications.empty", { returnObjects: true }),
              filtered: t("applications.filtered", { returnObjects: true }),
            }}
          />
        )}
      </Container>
      <SelectionBar
        count={selected.length}
        paused={isAsking}
        onDecide={(decision) => ask(decision, selected)}
      />
      {dialogs}
      <Outlet />
    </>
  )
}

export const config = defineRouteConfig({
  label: "nav.applications",
  translationNs: "affiliate",
  rank: 1,
})

export const handle = { breadcrumb: () => <Crumb k="nav.applications" /> }

export default ApplicationsPage
