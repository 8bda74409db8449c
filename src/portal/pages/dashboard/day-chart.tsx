import { Skeleton, Text } from "@medusajs/ui"
import { lazy, Suspense, useState } from "react"
import { Box } from "../../components/box"
import { Choice } from "../../components/field"
import { useSpeech } from "../../i18n/language"
import type { Dashboard, Day } from "../../lib/types"

/** Big, and not needed to see the figures. */
const Chart = lazy(() => import("./chart"))

const METRICS = ["commission", "revenue", "orders", "clicks"] as const
type Metric = (typeof METRICS)[number]

/** One figure day by day, drawn, told in words, and as a table. */
export function DayChart({ dashboard }: { dashboard: Dashboard }) {
  const { t, format } = useSpeech()
  const [metric, setMetric] = useState<Metric>("commission")
  const { series, currency_code, from, to } = dashboard
  const write = (value: number) =>
    metric === "commission" || metric === "revenue"
      ? format.money(value, currency_code)
      : format.count(value)
  const best = series.reduce<Day | null>(
    (most, day) => (!most || day[metric] > most[metric] ? day : most),
    null
  )
  const nothing = !series.some((day) => day[metric] !== 0)
  return (
    <Box
      title={t("dashboard.chart.title")}
      action={
        <div className="w-44">
          <Choice
            label={t("dashboard.chart.metric")}
            hideLabel
            value={metric}
            options={METRICS.map((value) => ({
              value,
              label: t(`dashboard.figures.${value}`),
            }))}
            onValue={(value) =>
              setMetric(METRICS.find((one) => one === value)!)
            }
          />
        </div>
      }
    >
      {nothing || !best ? (
        <Text className="text-ui-fg-subtle py-10 text-center">
          {t("dashboard.chart.nothing")}
        </Text>
      ) : (
        <>
          <div aria-hidden className="h-64 w-full">
            <Suspense fallback={<Skeleton className="h-full w-full" />}>
              <Chart
                rows={series.map((day) => ({
                  date: day.date,
                  value: day[metric],
                }))}
                label={t(`dashboard.figures.${metric}`)}
                write={write}
                day={format.calendarDay}
              />
            </Suspense>
          </div>
          <p className="sr-only">
            {t("dashboard.chart.text", {
              metric: t(`dashboard.figures.${metric}`),
              from: format.calendarDay(from),
              to: format.calendarDay(to),
              total: write(dashboard[metric]),
              best: format.calendarDay(best.date),
              most: write(best[metric]),
            })}
          </p>
          <details className="mt-3">
            <summary className="txt-small text-ui-fg-subtle w-fit cursor-pointer">
              {t("dashboard.chart.table")}
            </summary>
            <SeriesTable dashboard={dashboard} />
          </details>
        </>
      )}
    </Box>
  )
}

function SeriesTable({
  dashboard: { series, currency_code },
}: {
  dashboard: Dashboard
}) {
  const { t, format } = useSpeech()
  return (
    <div
      tabIndex={0}
      role="region"
      aria-label={t("dashboard.chart.title")}
      className="mt-3 max-h-80 overflow-auto"
    >
      <table className="txt-small w-full tabular-nums">
        <thead>
          <tr className="text-ui-fg-subtle text-right">
            <th scope="col" className="py-1 pr-3 text-left font-medium">
              {t("dashboard.chart.day")}
            </th>
            {METRICS.map((metric) => (
              <th key={metric} scope="col" className="py-1 pl-3 font-medium">
                {t(`dashboard.figures.${metric}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...series].reverse().map((day) => (
            <tr
              key={day.date}
              className="border-ui-border-base border-t text-right"
            >
              <th
                scope="row"
                className="whitespace-nowrap py-1 pr-3 text-left font-normal"
              >
                {format.calendarDay(day.date)}
              </th>
              <td className="py-1 pl-3">
                {format.money(day.commission, currency_code)}
              </td>
              <td className="py-1 pl-3">
                {format.money(day.revenue, currency_code)}
              </td>
              <td className="py-1 pl-3">{format.count(day.orders)}</td>
              <td className="py-1 pl-3">{format.count(day.clicks)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
