import { ArrowDownTray, ArrowPath, XCircleSolid } from "@medusajs/icons"
import type { Action, ActionGroup } from "@medusajs/dashboard/components"
import { useTranslation } from "react-i18next"

import type { BankFile } from "../../../../hooks/payouts"
import type { PayoutBatchDetail } from "../../../../types"
import { useExport } from "../../payouts/use-export"
import type { useBatchActions } from "./use-batch-actions"

/** What is in the menu of a batch: its files, and what can still be done with it. */
export function useBatchMenu(
  { id, status, currency_code, totals }: PayoutBatchDetail,
  { act, report }: ReturnType<typeof useBatchActions>
): ActionGroup[] {
  const { t } = useTranslation("affiliate")
  const { exportFile, isPending } = useExport()
  const isOver = status === "finished" || status === "canceled"
  const isStarted = status === "running" || status === "finished"
  const isForBank =
    isStarted && totals.some(({ provider }) => provider === "manual")

  const bankFile = (label: string, format: BankFile): Action => ({
    icon: <ArrowDownTray />,
    label,
    disabled: isPending,
    onClick: () => exportFile({ batch_id: id }, format),
  })
  return [
    {
      actions: [
        {
          icon: <ArrowDownTray />,
          label: t("payoutBatches.report.action"),
          onClick: report,
        },
        ...(isForBank ? [bankFile(t("payouts.export.action"), "generic")] : []),
        ...(isForBank && currency_code === "eur"
          ? [bankFile(t("payouts.export.sepaFile"), "pain.001")]
          : []),
      ],
    },
    {
      actions:
        status === "approved" || status === "running"
          ? [
              {
                icon: <ArrowPath />,
                label: t("payoutBatches.resume.action"),
                onClick: () => act("resume"),
              },
            ]
          : [],
    },
    {
      actions: isOver
        ? []
        : [
            {
              icon: <XCircleSolid />,
              label: t("payoutBatches.cancel.action"),
              onClick: () => act("cancel"),
            },
          ],
    },
  ].filter(({ actions }) => actions.length > 0)
}
