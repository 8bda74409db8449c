import { DataTable } from "@medusajs/dashboard/components"
import { Container } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import { LoadError } from "../../../components/load-error"
import { usePayoutNotices } from "../../../hooks/payout-providers"
import { useTableQuery } from "../../../lib/table-query"
import { useNoticeActions } from "./use-notice-actions"
import { useNoticeColumns } from "./use-notice-columns"
import { useNoticeFilters } from "./use-notice-filters"

const PAGE_SIZE = 20

/** The webhooks that providers sent, and what became of each. */
export const NoticesTable = () => {
  const { t } = useTranslation("affiliate")
  const query = useTableQuery({
    filters: ["provider", "state"],
    pageSize: PAGE_SIZE,
    defaultOrder: "-received_at",
  })
  const { notices, count, isPending, error, refetch } = usePayoutNotices(query)
  const { again, close, dialog } = useNoticeActions()
  const columns = useNoticeColumns({ again, close })
  const filters = useNoticeFilters()

  return (
    <Container className="overflow-hidden p-0">
      {error && !notices ? (
        <LoadError error={error} onRetry={refetch} className="min-h-80" />
      ) : (
        <DataTable
          data={notices}
          columns={columns}
          filters={filters}
          rowCount={count}
          pageSize={PAGE_SIZE}
          getRowId={({ id }) => id}
          isLoading={isPending}
          layout="auto"
          heading={t("payoutProviders.notices.heading")}
          headingLevel="h2"
          subHeading={t("payoutProviders.notices.subheading")}
          emptyState={{
            empty: t("payoutProviders.notices.empty", { returnObjects: true }),
            filtered: t("payoutProviders.notices.filtered", {
              returnObjects: true,
            }),
          }}
        />
      )}
      {dialog}
    </Container>
  )
}
