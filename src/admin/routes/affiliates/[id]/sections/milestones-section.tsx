import { Trophy } from "@medusajs/icons"
import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import { DateText } from "../../../../components/date-text"
import { Section, SectionEmpty } from "../../../../components/section"
import { useFormat } from "../../../../lib/format"
import type { AffiliateDetail } from "../../../../types"

/** Earnings thresholds that the affiliate has reached, the newest first. */
export const MilestonesSection = ({
  affiliate: { milestones },
}: {
  affiliate: AffiliateDetail
}) => {
  const { t } = useTranslation("affiliate")
  const { money } = useFormat()
  const newestFirst = milestones.toSorted((a, b) =>
    a.reached_at < b.reached_at ? 1 : -1
  )

  return (
    <Section title={t("affiliates.milestones.title")}>
      {newestFirst.length === 0 ? (
        <SectionEmpty>{t("affiliates.milestones.empty")}</SectionEmpty>
      ) : (
        newestFirst.map(({ id, threshold, currency_code, reached_at }) => (
          <div
            key={id}
            className="text-ui-fg-subtle flex items-center gap-x-3 px-6 py-3"
          >
            <Trophy className="text-ui-tag-orange-icon shrink-0" />
            <Text size="small" leading="compact" className="flex-1">
              {t("affiliates.milestones.reached", {
                amount: money(threshold, currency_code),
              })}
            </Text>
            <span className="txt-compact-small text-ui-fg-muted">
              <DateText value={reached_at} />
            </span>
          </div>
        ))
      )}
    </Section>
  )
}
