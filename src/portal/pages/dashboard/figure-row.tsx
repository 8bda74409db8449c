import { Text } from "@medusajs/ui"
import { useSpeech } from "../../i18n/language"
import type { Dashboard, Figures } from "../../lib/types"

const NAMES = [
  "commission",
  "revenue",
  "orders",
  "clicks",
  "conversion_rate",
] as const
type Name = (typeof NAMES)[number]

/** Figures of the period beside those of as many days before. */
export function FigureRow({ dashboard }: { dashboard: Dashboard }) {
  const { t, format } = useSpeech()
  const { adjustments, currency_code } = dashboard
  return (
    <div className="flex flex-col gap-2">
      <dl className="bg-ui-border-base shadow-elevation-card-rest grid grid-cols-2 gap-px overflow-hidden rounded-lg md:grid-cols-3 xl:grid-cols-5">
        {NAMES.map((name) => (
          <Figure key={name} name={name} dashboard={dashboard} />
        ))}
      </dl>
      {adjustments !== 0 && (
        <Text size="small" className="text-ui-fg-subtle">
          {t("dashboard.figures.adjustments", {
            amount: format.money(adjustments, currency_code),
          })}
        </Text>
      )}
    </div>
  )
}

function Figure({ name, dashboard }: { name: Name; dashboard: Dashboard }) {
  const { t, format } = useSpeech()
  const write = (figures: Figures): string => {
    const value = figures[name] ?? 0
    if (name === "revenue" || name === "commission")
      return format.money(value, dashboard.currency_code)
    return name === "conversion_rate"
      ? format.percent(value)
      : format.count(value)
  }
  return (
    <div
      data-figure={name}
      className="bg-ui-bg-base flex min-w-0 flex-col gap-0.5 p-4 last:col-span-2 md:last:col-span-1"
    >
      <dt className="txt-small text-ui-fg-subtle">
        {t(
          `dashboard.figures.${name === "conversion_rate" ? "conversion" : name}`
        )}
      </dt>
      <dd className="break-words text-lg font-semibold tabular-nums">
        {write(dashboard)}
      </dd>
      <dd className="txt-small text-ui-fg-subtle flex flex-wrap items-baseline gap-x-2">
        <Change
          now={dashboard[name] ?? 0}
          before={dashboard.previous[name] ?? 0}
        />
        <span>
          {t("dashboard.figures.before", { value: write(dashboard.previous) })}
        </span>
      </dd>
    </div>
  )
}

/** How much more or less than before; nothing to compare with where there was nothing. */
function Change({ now, before }: { now: number; before: number }) {
  const { t, format } = useSpeech()
  if (before === 0 || now === before) return null
  const share = Math.round(((now - before) / Math.abs(before)) * 100) / 100
  const percent = format.percent(Math.abs(share))
  const more = now > before
  return (
    <span
      className={more ? "text-ui-tag-green-text" : "text-ui-tag-red-text"}
      title={
        more
          ? t("dashboard.figures.up", { percent })
          : t("dashboard.figures.down", { percent })
      }
    >
      <span aria-hidden>{more ? "▲" : "▼"} </span>
      {percent}
      <span className="sr-only">
        {" "}
        {more
          ? t("dashboard.figures.up", { percent })
          : t("dashboard.figures.down", { percent })}
      </span>
    </span>
  )
}
