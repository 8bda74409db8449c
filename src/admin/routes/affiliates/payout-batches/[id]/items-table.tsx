import { DataTable } from "@medusajs/dashboard/components"
import type { DataTableFilter } from "@medusajs/ui"
import { Container } from "@medusajs/ui"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"

import { LoadError } from "../../../../components/load-error"
import { usePayoutBatchItems } from "../../../../hooks/payout-batches"
import { paths } from "../../../../lib/paths"
import { useTableQuery } from "../../../../lib/table-query"
import type {
  PayoutBatchDetail,
  PayoutBatchItemStatus,
} from "../../../../types"
import { usePayoutActions } from "../../payouts/use-payout-actions"
import { useItemColumns } from "./use-item-columns"

const PAGE_SIZE = 20

const STATUSES: PayoutBatchItemStatus[] = [
  "due",
  "requested",
  "sent",
  "refused",
  "failed",
  "canceled",
]

/** Who is in the batch, and what became of each. */
export const ItemsTable = ({ batch }: { batch: PayoutBatchDetail }) => {
  const { t } = useTranslation("affiliate")
  const query = useTableQuery({
    filters: ["status"],
    pageSize: PAGE_SIZE,
    defaultOrder: "id",
  })
  const { items, count, isPending, error, refetch } = usePayoutBatchItems(
    batch,
    query
  )
  const { ask, dialog } = usePayoutActions()
  const columns = useItemColumns(batch.currency_code, (payout) =>
    ask("retry", [payout])
  )
  const filters = useFilters()

  return (
    <Container className="overflow-hidden p-0">
      {error && !items ? (
        <LoadError error={error} onRetry={refetch} className="min-h-80" />
      ) : (
        <DataTable
          data={items}
          columns={columns}
          filters={filters}
          rowCount={count}
          pageSize={PAGE_SIZE}
          getRowId={({ id }) => id}
          rowHref={({ affiliate_id, payout_id }) =>
            payout_id ? paths.payout(payout_id) : paths.affiliate(affiliate_id)
          }
          isLoading={isPending}
          heading={t("payoutBatches.items.title")}
          headingLevel="h2"
          emptyState={{
            empty: t("payoutBatches.items.empty", { returnObjects: true }),
            filtered: t("payoutBatches.items.filtered", {
              returnObjects: true,
            }),
          }}
        />
      )}
      {dialog}
    </Container>
  )
}

function useFilters(): DataTableFilter[] {
  const { t } = useTranslation("affiliate")
  return useMemo(
    () => [
      {
        id: "status",
        type: "multiselect",
        label: t("payoutBatches.fields.status"),
        searchable: false,
        options: STATUSES.map((status) => ({
          value: status,
          label: t(`payoutBatches.itemStatus.${status}`),
        })),
      },
    ],
    [t]
  )
}
