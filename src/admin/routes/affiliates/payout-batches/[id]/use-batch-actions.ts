import { toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import { useErrorToast } from "../../../../components/use-error-toast"
import { useConfirm } from "../../../../hooks/confirm"
import type { PayoutBatchAction } from "../../../../hooks/payout-batches"
import {
  fetchPayoutBatchReport,
  useActOnPayoutBatch,
} from "../../../../hooks/payout-batches"
import { download } from "../../../../lib/download"
import { useFormat } from "../../../../lib/format"
import type { PayoutBatchDetail } from "../../../../types"

/** Asks before money moves, and says what came of it. */
export function useBatchActions(batch: PayoutBatchDetail) {
  const { t } = useTranslation("affiliate")
  const { money } = useFormat()
  const prompt = useConfirm()
  const showError = useErrorToast()
  const { mutateAsync, isPending } = useActOnPayoutBatch(batch.id)

  const agreesTo = async (action: PayoutBatchAction): Promise<boolean> =>
    action === "resume" ||
    (await prompt({
      variant: action === "cancel" ? "danger" : "confirmation",
      title: t(`payoutBatches.${action}.title`),
      description:
        action === "approve"
          ? t("payoutBatches.approve.confirm", {
              count: batch.item_count,
              sum: money(batch.amount, batch.currency_code),
            })
          : t("payoutBatches.cancel.confirm"),
      confirmText: t(`payoutBatches.${action}.action`),
      cancelText: t("common.actions.cancel"),
    }))

  const act = async (action: PayoutBatchAction) => {
    if (isPending || !(await agreesTo(action))) {
      return
    }
    await mutateAsync(action, {
      onSuccess: () => {
        toast.success(t(`payoutBatches.${action}.done`))
      },
      onError: showError,
    }).catch(() => undefined)
  }

  const report = async () => {
    try {
      download(
        await fetchPayoutBatchReport(batch.id),
        `${t("payoutBatches.report.fileName")}-${batch.display_id}.csv`
      )
    } catch (error) {
      showError(error)
    }
  }

  return { act, report, isPending }
}
