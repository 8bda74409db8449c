import { ArrowUpRightOnBox } from "@medusajs/icons"
import { Button, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"

import { SectionRow } from "../../../../components/section-row"
import { Section } from "../../../../components/section"
import { paths } from "../../../../lib/paths"
import { usePinnedTermsWords } from "../../../../lib/pinned-terms-words"
import type { CommissionDetail } from "../../../../types"

/** The order that was credited, by what, and on which terms. */
export const OrderSection = ({
  commission,
}: {
  commission: CommissionDetail
}) => {
  const { t } = useTranslation("affiliate")
  const termsWords = usePinnedTermsWords()
  const { order_id, order_display_id, conversion } = commission

  if (!order_id) {
    return null
  }
  return (
    <Section
      title={`${t("commissions.order.title")} #${order_display_id}`}
      actions={
        <Button size="small" variant="secondary" asChild>
          <Link to={paths.order(order_id)}>
            {t("common.actions.view")}
            <ArrowUpRightOnBox className="text-ui-fg-subtle" />
          </Link>
        </Button>
      }
    >
      {conversion?.source && (
        <SectionRow
          title={t("commissions.order.source")}
          value={t(`widgets.order.source.${conversion.source}`)}
        />
      )}
      {conversion?.terms && (
        <SectionRow
          title={t("commissions.terms.title")}
          value={
            <span className="flex flex-col gap-y-1">
              <span>{termsWords(conversion.terms, commission)}</span>
              {commission.level === 1 && (
                <Text
                  size="xsmall"
                  leading="compact"
                  className="text-ui-fg-muted"
                >
                  {t(
                    `commissions.terms.rateSource.${conversion.terms.rate_source}`
                  )}
                </Text>
              )}
              <Text
                size="xsmall"
                leading="compact"
                className="text-ui-fg-muted"
              >
                {t("commissions.terms.hold", {
                  count: conversion.terms.hold_days,
                })}
              </Text>
            </span>
          }
        />
      )}
    </Section>
  )
}
