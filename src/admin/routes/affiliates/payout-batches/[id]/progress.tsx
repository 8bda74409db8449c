import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import { useFormat } from "../../../../lib/format"
import type {
  PayoutBatchDetail,
  PayoutBatchItemStatus,
} from "../../../../types"

/** What became of the payouts, in the order in which it happens to them. */
const STATUSES: PayoutBatchItemStatus[] = [
  "due",
  "requested",
  "sent",
  "refused",
  "failed",
  "canceled",
]

/** How many payouts are done with, as a bar and in words. */
export const Progress = ({ batch }: { batch: PayoutBatchDetail }) => {
  const { t } = useTranslation("affiliate")
  const { money, number } = useFormat()
  const { progress, currency_code: currencyCode } = batch
  const part = progress.total ? progress.done / progress.total : 1
  const words = t("payoutBatches.progress", {
    done: number(progress.done),
    total: number(progress.total),
  })

  return (
    <div className="flex w-full flex-col gap-y-2">
      <div
        role="progressbar"
        aria-label={words}
        aria-valuemin={0}
        aria-valuemax={progress.total}
        aria-valuenow={progress.done}
        className="bg-ui-bg-component h-1.5 w-full overflow-hidden rounded-full"
      >
        <div
          className="bg-ui-tag-green-icon h-full"
          style={{ width: `${part * 100}%` }}
        />
      </div>
      <Text size="small" leading="compact">
        {words}
      </Text>
      <Text size="small" leading="compact" className="text-ui-fg-subtle">
        {STATUSES.filter((status) => progress[status] > 0)
          .map(
            (status) =>
              `${t(`payoutBatches.itemStatus.${status}`)}: ${number(progress[status])}`
          )
          .join(" · ")}
      </Text>
      {progress.paid > 0 && (
        <Text size="small" leading="compact" className="text-ui-fg-subtle">
          {t("payoutBatches.paid", {
            sum: money(progress.paid_amount, currencyCode),
          })}
        </Text>
      )}
    </div>
  )
}
