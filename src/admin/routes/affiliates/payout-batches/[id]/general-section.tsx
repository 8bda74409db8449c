import { ArrowDownTray, ArrowPath, XCircleSolid } from "@medusajs/icons"
import { ActionMenu } from "@medusajs/dashboard/components"
import { Alert, Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import { DateText } from "../../../../components/date-text"
import { Section } from "../../../../components/section"
import { SectionRow } from "../../../../components/section-row"
import { PayoutBatchStatusBadge } from "../../../../components/status-badges"
import type { PayoutBatchDetail } from "../../../../types"
import { TotalsTable } from "../totals-table"
import { Progress } from "./progress"
import { useBatchActions } from "./use-batch-actions"

/** What the batch is, how far it is, and what can be done with it. */
export const GeneralSection = ({ batch }: { batch: PayoutBatchDetail }) => {
  const { t } = useTranslation("affiliate")
  const { act, report, isPending } = useBatchActions(batch)
  const { status } = batch
  const isOver = status === "finished" || status === "canceled"

  return (
    <Section
      level="h1"
      title={t("payoutBatches.number", { number: batch.display_id })}
      actions={
        <>
          <PayoutBatchStatusBadge status={status} />
          {status === "awaiting_approval" && (
            <Button
              size="small"
              isLoading={isPending}
              onClick={() => act("approve")}
            >
              {t("payoutBatches.approve.action")}
            </Button>
          )}
          <ActionMenu
            groups={[
              {
                actions: [
                  {
                    icon: <ArrowDownTray />,
                    label: t("payoutBatches.report.action"),
                    onClick: report,
                  },
                  {
                    icon: <ArrowPath />,
                    label: t("payoutBatches.resume.action"),
                    disabled: isOver || status === "awaiting_approval",
                    onClick: () => act("resume"),
                  },
                  {
                    icon: <XCircleSolid />,
                    label: t("payoutBatches.cancel.action"),
                    disabled: isOver,
                    onClick: () => act("cancel"),
                  },
                ],
              },
            ]}
          />
        </>
      }
    >
      {batch.last_error && (
        <div className="px-6 py-4">
          <Alert variant="warning">{batch.last_error}</Alert>
        </div>
      )}
      <SectionRow
        title={t("payoutBatches.fields.progress")}
        value={<Progress batch={batch} />}
      />
      <SectionRow
        title={t("payoutBatches.fields.program")}
        value={batch.program?.name ?? t("payoutBatches.allPrograms")}
      />
      <SectionRow
        title={t("payoutBatches.fields.madeBy")}
        value={t(
          batch.created_by
            ? "payoutBatches.madeBy.person"
            : "payoutBatches.madeBy.schedule"
        )}
      />
      <SectionRow
        title={t("payoutBatches.fields.createdAt")}
        value={<DateText value={batch.created_at} />}
      />
      <SectionRow
        title={t("payoutBatches.fields.approvals")}
        value={t("payoutBatches.approvals", {
          count: batch.approvals.length,
        })}
      />
      <TotalsTable totals={batch.totals} />
    </Section>
  )
}
