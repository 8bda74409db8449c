import { LockClosedSolid, LockOpenSolid } from "@medusajs/icons"
import { ActionMenu } from "@medusajs/dashboard/components"
import { Alert, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"

import { SectionRow } from "../../../../components/section-row"
import {
  CommissionState,
  isHeld,
} from "../../../../components/commission-state"
import { DateText } from "../../../../components/date-text"
import { Money } from "../../../../components/money"
import { Section } from "../../../../components/section"
import { useFormat } from "../../../../lib/format"
import type { CommissionDetail } from "../../../../types"
import { useKindName } from "../../../../lib/kind-name"
import { HoldPrompt } from "./hold-prompt"
import { useStatusWords } from "./use-status-words"

type GeneralSectionProps = { commission: CommissionDetail }

/** The figures of a commission, where it stands, and the hold on it. */
export const GeneralSection = ({ commission }: GeneralSectionProps) => {
  const { t } = useTranslation("affiliate")
  const { money } = useFormat()
  const kindName = useKindName()
  const statusWords = useStatusWords()
  const [asking, setAsking] = useState(false)
  const held = isHeld(commission)
  const { kind, order_id, currency_code } = commission

  return (
    <>
      <Section
        level="h1"
        title={
          kind === "adjustment"
            ? t("commissions.detail.titleAdjustment")
            : kind === "bonus"
              ? t("commissions.detail.titleBonus")
              : t("commissions.detail.title", {
                  order: commission.order_display_id,
                })
        }
        description={t(`commissions.kindHint.${kind}`)}
        actions={
          <>
            <CommissionState commission={commission} />
            {commission.status === "pending" && (
              <ActionMenu
                groups={[
                  {
                    actions: [
                      {
                        icon: held ? <LockOpenSolid /> : <LockClosedSolid />,
                        label: held
                          ? t("commissions.unhold.action")
                          : t("commissions.hold.action"),
                        onClick: () => setAsking(true),
                      },
                    ],
                  },
                ]}
              />
            )}
          </>
        }
      >
        {held && (
          <div className="px-6 py-4">
            <Alert variant="warning">
              <span className="flex flex-col gap-y-1">
                <span className="txt-compact-small-plus">
                  {commission.hold_source
                    ? t(`commissions.holdSource.${commission.hold_source}`)
                    : t("commissions.detail.heldNotice")}
                </span>
                {commission.hold_reason && (
                  <span className="break-words">{commission.hold_reason}</span>
                )}
              </span>
            </Alert>
          </div>
        )}
        <SectionRow
          title={t("commissions.fields.amount")}
          value={
            <span className="flex flex-col gap-y-0.5">
              <Money
                amount={commission.amount}
                currencyCode={currency_code}
                className="txt-compact-large-plus text-ui-fg-base"
              />
              {commission.amount !== commission.original_amount && (
                <Text
                  size="small"
                  leading="compact"
                  className="text-ui-fg-muted"
                >
                  {t("commissions.detail.changed", {
                    amount: money(commission.original_amount, currency_code),
                  })}
                </Text>
              )}
            </span>
          }
        />
        <SectionRow
          title={t("commissions.fields.status")}
          value={statusWords(commission)}
        />
        <SectionRow
          title={t("commissions.fields.kind")}
          value={kindName(commission)}
        />
        {order_id && (
          <SectionRow
            title={t("commissions.fields.orderPaid")}
            value={
              commission.payable
                ? t("commissions.orderPaidYes")
                : t("commissions.orderPaidNo")
            }
          />
        )}
        {commission.reason && (
          <SectionRow
            title={t("commissions.fields.reason")}
            value={commission.reason}
          />
        )}
        {commission.released_at && (
          <SectionRow
            title={t("commissions.fields.releasedAt")}
            value={<DateText value={commission.released_at} />}
          />
        )}
        <SectionRow
          title={t("commissions.fields.createdAt")}
          value={<DateText value={commission.created_at} />}
        />
      </Section>
      <HoldPrompt
        commission={commission}
        open={asking}
        onClose={() => setAsking(false)}
      />
    </>
  )
}
