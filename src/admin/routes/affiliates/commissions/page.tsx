import { defineRouteConfig } from "@medusajs/admin-sdk"
import { DataTable } from "@medusajs/dashboard/components"
import { Container } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Outlet } from "react-router-dom"

import { Crumb } from "../../../components/crumb"
import { LoadError } from "../../../components/load-error"
import { useCommissions } from "../../../hooks/commissions"
import { paths } from "../../../lib/paths"
import { useTableQuery } from "../../../lib/table-query"
import { useCommissionColumns } from "./use-columns"
import { COMMISSION_FILTERS, useCommissionFilters } from "./use-filters"
import { useRelease } from "./use-release"

const PAGE_SIZE = 20

const CommissionsPage = () => {
  const { t } = useTranslation("affiliate")
  const query = useTableQuery({
    filters: COMMISSION_FILTERS,
    pageSize: PAGE_SIZE,
  })
  const { commissions, count, isPending, isError, error, refetch } =
    useCommissions(query)
  const columns = useCommissionColumns()
  const filters = useCommissionFilters()
  const { release, isPending: isReleasing } = useRelease()

  return (
    <>
      <Container className="overflow-hidden p-0">
        {isError ? (
          <LoadError error={error} onRetry={() => refetch()} />
        ) : (
          <DataTable
            data={commissions}
            columns={columns}
            filters={filters}
            rowCount={count}
            pageSize={PAGE_SIZE}
            getRowId={({ id }) => id}
            rowHref={({ id }) => paths.commission(id)}
            isLoading={isPending}
            heading={t("commissions.heading")}
            subHeading={t("commissions.subheading")}
            actions={[
              {
                label: t("commissions.release.action"),
                onClick: release,
                disabled: isReleasing,
              },
              { label: t("commissions.adjust.action"), to: "adjust" },
            ]}
            emptyState={{
              empty: t("commissions.list.empty", { returnObjects: true }),
              filtered: t("commissions.list.filtered", { returnObjects: true }),
            }}
          />
        )}
      </Container>
      <Outlet />
    </>
  )
}

export const config = defineRouteConfig({
  label: "nav.commissions",
  translationNs: "affiliate",
  rank: 3,
})

export const handle = {
  breadcrumb: () => <Crumb k="nav.commissions" />,
}

export default CommissionsPage
