import { ArrowRightMini } from "@medusajs/icons"
import { Button, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"

import { DateText } from "../../../../components/date-text"
import { LoadError } from "../../../../components/load-error"
import { Section, SectionEmpty } from "../../../../components/section"
import { RowsSkeleton } from "../../../../components/skeletons"
import { TierFigures } from "../../../../components/tier-figures"
import { useTierChanges } from "../../../../hooks/tier-reviews"
import type { TierChange } from "../../../../types"

const ROWS = 3

/** More moves than anybody makes; the store answers no more at once. */
const ROWS_MAX = 1000

/** The affiliate's moves between tiers, the latest first, with what led to them. */
export const TierHistorySection = ({
  affiliateId,
}: {
  affiliateId: string
}) => {
  const { t } = useTranslation("affiliate")
  const [limit, setLimit] = useState(ROWS)
  const { changes, count, error, refetch } = useTierChanges(affiliateId, {
    limit,
  })

  return (
    <Section
      title={t("affiliates.tierHistory.title")}
      actions={
        changes &&
        count > changes.length && (
          <Button
            size="small"
            variant="secondary"
            onClick={() => setLimit(ROWS_MAX)}
          >
            {t("affiliates.tierHistory.showAll", { count })}
          </Button>
        )
      }
    >
      {error && !changes ? (
        <LoadError error={error} onRetry={refetch} />
      ) : !changes ? (
        <RowsSkeleton rows={1} />
      ) : changes.length === 0 ? (
        <SectionEmpty>{t("affiliates.tierHistory.empty")}</SectionEmpty>
      ) : (
        <ol className="divide-y">
          {changes.map((change) => (
            <Move key={change.id} change={change} />
          ))}
        </ol>
      )}
    </Section>
  )
}

const Move = ({
  change: { from_tier, to_tier, by, figures, at },
}: {
  change: TierChange
}) => {
  const { t } = useTranslation("affiliate")
  const noTier = t("affiliates.tierHistory.noTier")

  return (
    <li className="flex flex-col gap-y-1 px-6 py-4">
      <div className="flex items-baseline justify-between gap-x-4">
        <span className="txt-compact-small-plus flex min-w-0 flex-wrap items-center gap-x-1">
          <span className="text-ui-fg-muted">{from_tier?.name ?? noTier}</span>
          <ArrowRightMini className="text-ui-fg-muted" />
          <span>{to_tier?.name ?? noTier}</span>
        </span>
        <span className="txt-compact-small text-ui-fg-muted shrink-0">
          <DateText value={at} />
        </span>
      </div>
      <Text size="small" leading="compact" className="text-ui-fg-subtle">
        {t(`affiliates.tierHistory.by.${by}`)}
      </Text>
      {figures.length > 0 && <TierFigures figures={figures} />}
    </li>
  )
}
