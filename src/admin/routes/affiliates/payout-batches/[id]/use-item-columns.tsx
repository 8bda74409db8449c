import { ArrowPath, User } from "@medusajs/icons"
import { createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import { useNavigate } from "react-router-dom"

import { Money } from "../../../../components/money"
import {
  PayoutBatchItemStatusBadge,
  PayoutStatusBadge,
} from "../../../../components/status-badges"
import { useDestinationWords } from "../../../../lib/destination-words"
import { paths } from "../../../../lib/paths"
import { allows } from "../../../../lib/payout-rules"
import type { PayoutBatchItem, PayoutInHand } from "../../../../types"

const helper = createDataTableColumnHelper<PayoutBatchItem>()

/** Columns of who is in a batch; what failed can be tried again from the row's menu. */
export function useItemColumns(
  currencyCode: string,
  retry: (payout: PayoutInHand) => void
) {
  const { t } = useTranslation("affiliate")
  const navigate = useNavigate()
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
        maxSize: 180,
      }),
      helper.accessor("payout", {
        header: t("payoutBatches.items.payout"),
        cell: ({ getValue }) => {
          const payout = getValue()
          return payout ? `#${payout.display_id}` : "–"
        },
        maxSize: 110,
      }),
      helper.accessor("status", {
        header: t("payoutBatches.items.result"),
        cell: ({ row }) => <Result item={row.original} />,
        truncateTooltip: false,
      }),
      helper.accessor("reason", {
        header: t("payouts.fields.failureReason"),
        cell: ({ row: { original } }) => reasonOf(original) ?? "–",
        maxSize: 320,
      }),
      helper.accessor("amount", {
        header: t("payoutBatches.fields.amount"),
        cell: ({ getValue }) => (
          <Money amount={getValue()} currencyCode={currencyCode} />
        ),
        align: "right",
      }),
      helper.action({
        actions: ({ row: { original } }) => {
          const payout = inHand(original, currencyCode)
          const affiliate = {
            icon: <User />,
            label: t("payouts.create.openAffiliate"),
            onClick: () => navigate(paths.affiliate(original.affiliate_id)),
          }
          const again = payout && {
            icon: <ArrowPath />,
            label: t("payouts.retry.action"),
            onClick: () => retry(payout),
          }
          return again && allows("retry", payout)
            ? [[again], [affiliate]]
            : [[affiliate]]
        },
      }),
    ],
    [t, navigate, providerName, currencyCode, retry]
  )
}

/** Once there is a payout under way, what it says is newer than what the run wrote down. */
const Result = ({ item: { status, payout } }: { item: PayoutBatchItem }) =>
  payout && (status === "sent" || status === "failed") ? (
    <PayoutStatusBadge status={payout.status} />
  ) : (
    <PayoutBatchItemStatusBadge status={status} />
  )

/** Why nothing was paid, as long as nothing is. */
const reasonOf = ({ reason, payout }: PayoutBatchItem): string | null =>
  payout?.status === "paid" ? null : (reason ?? payout?.failure_reason ?? null)

const inHand = (
  { payout, provider }: PayoutBatchItem,
  currency_code: string
): PayoutInHand | null => payout && { ...payout, provider, currency_code }
