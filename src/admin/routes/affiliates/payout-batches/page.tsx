import { defineRouteConfig } from "@medusajs/admin-sdk"
import { DataTable } from "@medusajs/dashboard/components"
import { Container } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Outlet } from "react-router-dom"

import { Crumb } from "../../../components/crumb"
import { LoadError } from "../../../components/load-error"
import { usePayoutBatches } from "../../../hooks/payout-batches"
import { paths } from "../../../lib/paths"
import { useTableQuery } from "../../../lib/table-query"
import { usePayoutBatchColumns } from "./use-columns"

const PAGE_SIZE = 20

/** Payouts that are made together, newest first. */
const PayoutBatchesPage = () => {
  const { t } = useTranslation("affiliate")
  const query = useTableQuery({ pageSize: PAGE_SIZE })
  const { batches, count, isPending, error, refetch } = usePayoutBatches(query)
  const columns = usePayoutBatchColumns()

  return (
    <>
      <Container className="divide-y p-0">
        {error && !batches ? (
          <LoadError error={error} onRetry={refetch} className="min-h-80" />
        ) : (
          <DataTable
            data={batches}
            columns={columns}
            rowCount={count}
            pageSize={PAGE_SIZE}
            getRowId={({ id }) => id}
            rowHref={({ id }) => paths.payoutBatch(id)}
            isLoading={isPending}
            heading={t("payoutBatches.heading")}
            subHeading={t("payoutBatches.subheading")}
            actions={[
              { label: t("payoutBatches.create.action"), to: "create" },
            ]}
            emptyState={{
              empty: t("payoutBatches.list.empty", { returnObjects: true }),
              filtered: t("payoutBatches.list.filtered", {
                returnObjects: true,
              }),
            }}
          />
        )}
      </Container>
      <Outlet />
    </>
  )
}

export const config = defineRouteConfig({
  label: "nav.payoutBatches",
  translationNs: "affiliate",
  rank: 5,
})

export const handle = { breadcrumb: () => <Crumb k="nav.payoutBatches" /> }

export default PayoutBatchesPage
