import { Select } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"

import { Section, SectionEmpty } from "../../../components/section"
import { useFormat } from "../../../lib/format"
import type { Stats } from "../../../types"
import { FIGURES, useFigures, type FigureName } from "./use-figures"

const HEIGHT = 160

/** One figure over time, a bar for each day, week or month. */
export const ChartSection = ({ stats }: { stats: Stats }) => {
  const { t } = useTranslation("affiliate")
  const [figure, setFigure] = useState<FigureName>("revenue")
  const { nameOf } = useFigures(stats.currency_code)

  return (
    <Section
      title={t("overview.chart.title")}
      actions={
        <Select
          size="small"
          value={figure}
          onValueChange={(value) => setFigure(value as FigureName)}
        >
          <Select.Trigger aria-label={t("overview.chart.show")}>
            <Select.Value />
          </Select.Trigger>
          <Select.Content>
            {FIGURES.map((name) => (
              <Select.Item key={name} value={name}>
                {nameOf(name)}
              </Select.Item>
            ))}
          </Select.Content>
        </Select>
      }
    >
      <Bars stats={stats} figure={figure} />
    </Section>
  )
}

const Bars = ({ stats, figure }: { stats: Stats; figure: FigureName }) => {
  const { t } = useTranslation("affiliate")
  const { day } = useFormat()
  const { nameOf, write } = useFigures(stats.currency_code)
  const { series } = stats
  const greatest = series.reduce((most, one) =>
    one[figure] > most[figure] ? one : most
  )
  if (greatest[figure] <= 0) {
    return <SectionEmpty>{t("overview.chart.empty")}</SectionEmpty>
  }

  return (
    <div className="px-6 py-5">
      <div
        role="img"
        aria-label={t("overview.chart.label", {
          figure: nameOf(figure),
          from: day(stats.from),
          to: day(stats.to),
          most: write(figure, greatest),
        })}
        className="border-ui-border-base flex items-end gap-x-px border-b"
        style={{ height: HEIGHT }}
      >
        {series.map((one) => (
          <div
            key={one.date}
            title={t("overview.chart.bar", {
              date: day(one.date),
              value: write(figure, one),
            })}
            className="hover:bg-ui-bg-base-hover flex h-full min-w-0 flex-1 items-end"
          >
            <div
              className="bg-ui-tag-blue-icon w-full rounded-t-sm"
              style={{
                height: `${(Math.max(one[figure], 0) / greatest[figure]) * 100}%`,
              }}
            />
          </div>
        ))}
      </div>
      <div className="txt-compact-xsmall text-ui-fg-subtle flex justify-between pt-2">
        <span>{day(series[0].date)}</span>
        <span>{day(series[series.length - 1].date)}</span>
      </div>
    </div>
  )
}
