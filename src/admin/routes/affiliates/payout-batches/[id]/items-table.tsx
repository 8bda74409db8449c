import { DataTable } from "@medusajs/dashboard/components"
import { Container, createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"

import { LoadError } from "../../../../components/load-error"
import { Money } from "../../../../components/money"
import {
  PayoutBatchItemStatusBadge,
  PayoutStatusBadge,
} from "../../../../components/status-badges"
import { isAtWork, usePayoutBatchItems } from "../../../../hooks/payout-batches"
import { useDestinationWords } from "../../../../lib/destination-words"
import { paths } from "../../../../lib/paths"
import { useTableQuery } from "../../../../lib/table-query"
import type { PayoutBatchDetail, PayoutBatchItem } from "../../../../types"

const PAGE_SIZE = 20

const helper = createDataTableColumnHelper<PayoutBatchItem>()

/** Who is in the batch, and what became of each. */
export const ItemsTable = ({ batch }: { batch: PayoutBatchDetail }) => {
  const { t } = useTranslation("affiliate")
  const query = useTableQuery({ pageSize: PAGE_SIZE, defaultOrder: "id" })
  const { items, count, isPending, error, refetch } = usePayoutBatchItems(
    batch.id,
    query,
    { watch: isAtWork(batch.status) }
  )
  const columns = useItemColumns(batch.currency_code)

  return (
    <Container className="divide-y p-0">
      {error && !items ? (
        <LoadError error={error} onRetry={refetch} className="min-h-80" />
      ) : (
        <DataTable
          data={items}
          columns={columns}
          rowCount={count}
          pageSize={PAGE_SIZE}
          getRowId={({ id }) => id}
          rowHref={({ affiliate_id, payout_id }) =>
            payout_id ? paths.payout(payout_id) : paths.affiliate(affiliate_id)
          }
          isLoading={isPending}
          heading={t("payoutBatches.items.title")}
          emptyState={{
            empty: t("payoutBatches.items.empty", { returnObjects: true }),
            filtered: t("payoutBatches.list.filtered", { returnObjects: true }),
          }}
        />
      )}
    </Container>
  )
}

function useItemColumns(currencyCode: string) {
  const { t } = useTranslation("affiliate")
  const { provider: providerName } = useDestinationWords()

  return useMemo(
    () => [
      helper.accessor("affiliate", {
        header: t("payouts.fields.affiliate"),
        cell: ({ row }) => row.original.affiliate.name,
        maxSize: 240,
      }),
      helper.accessor("provider", {
        header: t("payouts.fields.provider"),
        cell: ({ getValue }) => providerName(getValue()),
      }),
      helper.accessor("status", {
        header: t("payoutBatches.fields.status"),
        cell: ({ getValue }) => (
          <PayoutBatchItemStatusBadge status={getValue()} />
        ),
        truncateTooltip: false,
      }),
      helper.accessor("payout", {
        header: t("payouts.fields.number"),
        cell: ({ getValue }) => {
          const payout = getValue()
          return payout ? <PayoutStatusBadge status={payout.status} /> : "–"
        },
        truncateTooltip: false,
      }),
      helper.accessor("reason", {
        header: t("payouts.fields.failureReason"),
        cell: ({ row }) =>
          row.original.reason ?? row.original.payout?.failure_reason ?? "–",
        maxSize: 320,
      }),
      helper.accessor("amount", {
        header: t("payoutBatches.fields.amount"),
        cell: ({ getValue }) => (
          <Money amount={getValue()} currencyCode={currencyCode} />
        ),
        align: "right",
      }),
    ],
    [t, providerName, currencyCode]
  )
}
