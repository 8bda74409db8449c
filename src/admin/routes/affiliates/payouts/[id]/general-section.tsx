import {
  ArrowDownTray,
  ArrowPath,
  CheckCircleSolid,
  DocumentText,
  MagnifyingGlass,
  PlaySolid,
  XCircleSolid,
} from "@medusajs/icons"
import type { Action } from "@medusajs/dashboard/components"
import { ActionMenu } from "@medusajs/dashboard/components"
import { Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import { DateText } from "../../../../components/date-text"
import { Money } from "../../../../components/money"
import { Section } from "../../../../components/section"
import { SectionRow } from "../../../../components/section-row"
import { PayoutStatusBadge } from "../../../../components/status-badges"
import type { PayoutAction } from "../../../../hooks/payouts"
import { useDestinationWords } from "../../../../lib/destination-words"
import {
  PAYOUT_ACTIONS,
  allows,
  isForBank,
  isForSepa,
} from "../../../../lib/payout-rules"
import type { PayoutDetail } from "../../../../types"
import { useExport } from "../use-export"
import { usePayoutActions } from "../use-payout-actions"
import { useDocuments } from "./use-documents"
import { PayoutNotice } from "./payout-notice"
import { useTakeBack } from "./use-take-back"

/** What the payout is, where it stands, and what can be done with it. */
export const GeneralSection = ({ payout }: { payout: PayoutDetail }) => {
  const { t } = useTranslation("affiliate")
  const { provider: providerName } = useDestinationWords()
  const { ask, dialog, isPending } = usePayoutActions()
  const { exportFile, isPending: isExporting } = useExport()
  const takeBack = useTakeBack(payout)
  const papers = useDocuments(payout)

  const labels: Record<PayoutAction, string> = {
    process: t("payouts.process.action"),
    "look-up": t("payouts.lookUp.action"),
    "mark-paid": t("payouts.markPaid.action"),
    retry: t("payouts.retry.action"),
    cancel: t("payouts.cancel.actionLong"),
  }
  const [first, ...others] = PAYOUT_ACTIONS.filter((action) =>
    allows(action, payout)
  )
  const toAction = (action: PayoutAction): Action => ({
    icon: ICONS[action],
    label: labels[action],
    onClick: () => ask(action, [payout]),
  })

  return (
    <>
      <Section
        level="h1"
        title={t("payouts.number", { number: payout.display_id })}
        actions={
          <>
            <PayoutStatusBadge status={payout.status} />
            {first && first !== "cancel" && (
              <Button
                size="small"
                variant="secondary"
                isLoading={isPending}
                onClick={() => ask(first, [payout])}
              >
                {labels[first]}
              </Button>
            )}
            <ActionMenu
              groups={[
                {
                  actions: (first === "cancel" ? [first] : others).map(
                    toAction
                  ),
                },
                {
                  actions: [
                    {
                      icon: <ArrowDownTray />,
                      label: t("payouts.export.action"),
                      disabled: isExporting || !isForBank(payout),
                      onClick: () => exportFile({ ids: [payout.id] }),
                    },
                    ...(isForSepa(payout)
                      ? [
                          {
                            icon: <ArrowDownTray />,
                            label: t("payouts.export.sepaFile"),
                            disabled: isExporting,
                            onClick: () =>
                              exportFile({ ids: [payout.id] }, "pain.001"),
                          },
                        ]
                      : []),
                    {
                      icon: <DocumentText />,
                      label: t("tax.document.action"),
                      disabled: payout.status !== "paid" && !payout.returned_at,
                      onClick: () => papers.save(),
                    },
                    ...papers.corrections.map((correction) => ({
                      icon: <DocumentText />,
                      label: t("tax.document.correction", {
                        number: correction.number,
                      }),
                      onClick: () => papers.save(correction),
                    })),
                  ],
                },
                { actions: takeBack.actions },
              ]}
            />
          </>
        }
      >
        <PayoutNotice payout={payout} />
        <SectionRow
          title={t("payouts.fields.amount")}
          value={
            <Money
              amount={payout.amount}
              currencyCode={payout.currency_code}
              className="txt-compact-large-plus text-ui-fg-base"
            />
          }
        />
        <SectionRow
          title={t("payouts.fields.provider")}
          value={providerName(payout.provider)}
        />
        <SectionRow
          title={t("payouts.fields.requestedBy")}
          value={t(`payouts.requestedBy.${payout.requested_by}`)}
        />
        <SectionRow
          title={t("payouts.fields.createdAt")}
          value={<DateText value={payout.created_at} />}
        />
        {payout.backup_withholding.flagged && (
          <SectionRow
            title={t("tax.withholding.flag")}
            value={t("tax.withholding.on")}
          />
        )}
        {payout.reference && (
          <SectionRow
            title={t("payouts.fields.reference")}
            value={<span className="break-all">{payout.reference}</span>}
          />
        )}
      </Section>
      {dialog}
      {takeBack.dialog}
    </>
  )
}

const ICONS: Record<PayoutAction, Action["icon"]> = {
  process: <PlaySolid />,
  "look-up": <MagnifyingGlass />,
  "mark-paid": <CheckCircleSolid />,
  retry: <ArrowPath />,
  cancel: <XCircleSolid />,
}
