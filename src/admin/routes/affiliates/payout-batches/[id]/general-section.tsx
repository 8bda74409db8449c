import { ActionMenu } from "@medusajs/dashboard/components"
import { Alert, Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import { DateText } from "../../../../components/date-text"
import { Money } from "../../../../components/money"
import { Section } from "../../../../components/section"
import { SectionRow } from "../../../../components/section-row"
import { PayoutBatchStatusBadge } from "../../../../components/status-badges"
import { usePeople } from "../../../../hooks/people"
import { useFormat } from "../../../../lib/format"
import type { PayoutBatchDetail } from "../../../../types"
import { TotalsTable } from "../totals-table"
import { Progress } from "./progress"
import { useBatchActions } from "./use-batch-actions"
import { useBatchMenu } from "./use-batch-menu"

/** What the batch is, how far it is, and what can be done with it. */
export const GeneralSection = ({ batch }: { batch: PayoutBatchDetail }) => {
  const { t } = useTranslation("affiliate")
  const actions = useBatchActions(batch)
  const menu = useBatchMenu(batch, actions)
  const isWaiting = batch.status === "awaiting_approval"

  return (
    <Section
      level="h1"
      title={t("payoutBatches.number", { number: batch.display_id })}
      actions={
        <>
          <PayoutBatchStatusBadge status={batch.status} />
          {isWaiting && (
            <Button
              size="small"
              isLoading={actions.isPending}
              onClick={() => actions.act("approve")}
            >
              {t("payoutBatches.approve.action")}
            </Button>
          )}
          <ActionMenu groups={menu} />
        </>
      }
    >
      {isWaiting && (
        <div className="px-6 py-4">
          <Alert variant="info">{t(waitingFor(batch))}</Alert>
        </div>
      )}
      {batch.last_error && (
        <div className="px-6 py-4">
          <Alert variant="warning">{batch.last_error}</Alert>
        </div>
      )}
      <SectionRow
        title={t("payoutBatches.fields.amount")}
        value={
          <Money
            amount={batch.amount}
            currencyCode={batch.currency_code}
            className="txt-compact-large-plus text-ui-fg-base"
          />
        }
      />
      {!isWaiting && (
        <SectionRow
          title={t("payoutBatches.fields.progress")}
          value={<Progress batch={batch} />}
        />
      )}
      <SectionRow
        title={t("payoutBatches.fields.program")}
        value={batch.program?.name ?? t("payoutBatches.allPrograms")}
      />
      <PeopleRows batch={batch} />
      <SectionRow
        title={t("payoutBatches.fields.createdAt")}
        value={<DateText value={batch.created_at} />}
      />
      {batch.totals.length > 0 && <TotalsTable totals={batch.totals} />}
    </Section>
  )
}

/** Whose word is missing. */
function waitingFor({
  approvals_needed: needed,
  approvals,
  created_by: maker,
}: PayoutBatchDetail) {
  if (needed < 2) {
    return "payoutBatches.waits.approval" as const
  }
  return maker && !approvals.length
    ? ("payoutBatches.waits.second" as const)
    : approvals.length
      ? ("payoutBatches.waits.one" as const)
      : ("payoutBatches.waits.two" as const)
}

/** Who made the batch, and who said yes. */
const PeopleRows = ({
  batch: { created_by: maker, approvals },
}: {
  batch: PayoutBatchDetail
}) => {
  const { t } = useTranslation("affiliate")
  const { dateTime } = useFormat()
  const nameOf = usePeople([
    ...(maker ? [maker] : []),
    ...approvals.map(({ by }) => by),
  ])
  const words = approvals.map(({ by, at }) =>
    t("payoutBatches.approvals.person", { name: nameOf(by), at: dateTime(at) })
  )

  return (
    <>
      <SectionRow
        title={t("payoutBatches.fields.madeBy")}
        value={maker ? nameOf(maker) : t("payoutBatches.madeBy.schedule")}
      />
      <SectionRow
        title={t("payoutBatches.fields.approvals")}
        value={words.join("\n") || t("payoutBatches.approvals.nobody")}
      />
    </>
  )
}
