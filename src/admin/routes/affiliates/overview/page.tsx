import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Container } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"

import { Crumb } from "../../../components/crumb"
import { LoadError } from "../../../components/load-error"
import { Section } from "../../../components/section"
import { DetailSkeleton } from "../../../components/skeletons"
import { useStats } from "../../../hooks/stats"
import { useFormat } from "../../../lib/format"
import { ChartSection } from "./chart-section"
import { FigureTiles } from "./figure-tiles"
import { FunnelSection } from "./funnel-section"
import { groupOf, since, type PeriodDays } from "./periods"
import { PeriodSelects } from "./period-selects"
import { TopSection } from "./top-section"

const OverviewPage = () => {
  const { t } = useTranslation("affiliate")
  const { day } = useFormat()
  const [days, setDays] = useState<PeriodDays>("30")
  const [currency, setCurrency] = useState<string>()
  const { stats, error, refetch } = useStats({
    from: since(days),
    currency_code: currency,
    group_by: groupOf(days),
  })

  if (error && !stats) {
    return (
      <Container className="p-0">
        <LoadError error={error} onRetry={refetch} className="min-h-80" />
      </Container>
    )
  }
  if (!stats) {
    return <DetailSkeleton />
  }

  return (
    <div className="flex flex-col gap-y-3">
      <Section
        level="h1"
        title={t("overview.heading")}
        description={t("overview.subheading", {
          from: day(stats.from),
          to: day(stats.to),
        })}
        actions={
          <PeriodSelects
            stats={stats}
            days={days}
            onDays={setDays}
            onCurrency={setCurrency}
          />
        }
      >
        <FigureTiles stats={stats} />
      </Section>
      <ChartSection stats={stats} />
      <TopSection stats={stats} />
      <FunnelSection stats={stats} />
    </div>
  )
}

export const config = defineRouteConfig({
  label: "nav.overview",
  translationNs: "affiliate",
  rank: 0,
})

export const handle = { breadcrumb: () => <Crumb k="nav.overview" /> }

export default OverviewPage
