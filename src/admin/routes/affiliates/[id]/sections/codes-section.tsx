import { ActionMenu } from "@medusajs/dashboard/components"
import { ReceiptPercent, XCircle } from "@medusajs/icons"
import { Button, Copy, StatusBadge, Text, Tooltip } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"

import { Section, SectionEmpty } from "../../../../components/section"
import { useAct } from "../../../../hooks/act"
import { useRetireCode } from "../../../../hooks/affiliates"
import { useFormat } from "../../../../lib/format"
import { paths } from "../../../../lib/paths"
import type { AffiliateCode, AffiliateDetail } from "../../../../types"

/** The affiliate's codes, those that still count first. */
export const CodesSection = ({ affiliate }: { affiliate: AffiliateDetail }) => {
  const { t } = useTranslation("affiliate")
  const codes = affiliate.codes.toSorted(
    (a, b) => Number(!!a.retired_at) - Number(!!b.retired_at)
  )

  return (
    <Section
      title={t("affiliates.codes.title")}
      description={t("affiliates.codes.description")}
      actions={
        !affiliate.erased_at && (
          <Button size="small" variant="secondary" asChild>
            <Link to="add-code">{t("affiliates.codes.add")}</Link>
          </Button>
        )
      }
    >
      {codes.length === 0 ? (
        <SectionEmpty>{t("affiliates.codes.empty")}</SectionEmpty>
      ) : (
        codes.map((code) => (
          <CodeRow key={code.id} code={code} affiliate={affiliate} />
        ))
      )}
    </Section>
  )
}

type CodeRowProps = { code: AffiliateCode; affiliate: AffiliateDetail }

const CodeRow = ({ code, affiliate }: CodeRowProps) => {
  const { t } = useTranslation("affiliate")
  const { percent, date } = useFormat()
  const retire = useRetire(affiliate.id, code.code)

  const actions = []
  if (code.promotion_id) {
    actions.push({
      icon: <ReceiptPercent />,
      label: t("affiliates.codes.promotion"),
      to: paths.promotion(code.promotion_id),
    })
  }
  if (!code.retired_at) {
    actions.push({
      icon: <XCircle />,
      label: t("affiliates.codes.retire"),
      onClick: retire,
    })
  }

  return (
    <div className="flex items-center gap-x-4 px-6 py-4">
      <div className="flex min-w-0 flex-1 flex-col gap-y-0.5">
        <div className="flex items-center gap-x-2">
          <span
            className={
              code.retired_at
                ? "text-ui-fg-muted truncate font-mono text-sm line-through"
                : "text-ui-fg-base truncate font-mono text-sm font-medium"
            }
          >
            {code.code}
          </span>
          {!code.retired_at && (
            <Copy content={code.code} className="text-ui-fg-muted" />
          )}
        </div>
        <Text size="small" leading="compact" className="text-ui-fg-subtle">
          {code.retired_at
            ? t("affiliates.codes.retired", { date: date(code.retired_at) })
            : code.discount_percent === null
              ? t("affiliates.codes.noDiscount")
              : t("affiliates.codes.discount", {
                  percent: percent(code.discount_percent),
                })}
        </Text>
      </div>
      {code.retired_at ? (
        <StatusBadge color="grey">
          {t("affiliates.codes.retiredBadge")}
        </StatusBadge>
      ) : affiliate.status === "approved" ? (
        <StatusBadge color="green">{t("affiliates.codes.active")}</StatusBadge>
      ) : (
        <Tooltip content={t("affiliates.codes.inactiveHint")}>
          <StatusBadge color="grey">
            {t("affiliates.codes.inactive")}
          </StatusBadge>
        </Tooltip>
      )}
      {actions.length > 0 ? (
        <ActionMenu groups={[{ actions }]} />
      ) : (
        <div className="size-7" />
      )}
    </div>
  )
}

function useRetire(affiliateId: string, code: string) {
  const { t } = useTranslation("affiliate")
  const act = useAct()
  const { mutateAsync } = useRetireCode(affiliateId)

  return () =>
    act({
      ask: {
        title: t("affiliates.codes.retireTitle", { code }),
        description: t("affiliates.codes.retireDescription"),
        confirmText: t("affiliates.codes.retire"),
      },
      change: () => mutateAsync(code),
      done: t("affiliates.codes.retireDone", { code }),
    })
}
