import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import { useFormat } from "../../../lib/format"
import type { Stats, StatsTotals } from "../../../types"
import { useFigures } from "./use-figures"

/** The figures of the period, each with that of the period before. */
export const FigureTiles = ({ stats }: { stats: Stats }) => {
  const { t } = useTranslation("affiliate")
  const { money, number, percent } = useFormat()
  const { nameOf, write } = useFigures(stats.currency_code)
  const tiles: { name: string; of: (totals: StatsTotals) => string }[] = [
    { name: nameOf("revenue"), of: (totals) => write("revenue", totals) },
    { name: nameOf("commission"), of: (totals) => write("commission", totals) },
    { name: nameOf("orders"), of: (totals) => write("orders", totals) },
    { name: nameOf("clicks"), of: (totals) => write("clicks", totals) },
    {
      name: t("overview.figures.rate"),
      of: ({ conversion_rate }) => percent(conversion_rate * 100),
    },
    {
      name: t("overview.figures.affiliates"),
      of: ({ affiliates_active }) => number(affiliates_active),
    },
    {
      name: t("overview.figures.payouts"),
      of: ({ payouts_paid }) => money(payouts_paid, stats.currency_code),
    },
  ]

  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-5 px-6 py-5 md:grid-cols-4">
      {tiles.map(({ name, of }) => (
        <div key={name} className="flex min-w-0 flex-col gap-y-1">
          <dt className="txt-compact-small text-ui-fg-subtle">{name}</dt>
          <dd className="flex flex-col gap-y-0.5">
            <span className="h2-core text-ui-fg-base break-words tabular-nums">
              {of(stats.totals)}
            </span>
            <Text size="xsmall" className="text-ui-fg-subtle">
              {t("overview.before", { value: of(stats.previous) })}
            </Text>
          </dd>
        </div>
      ))}
    </dl>
  )
}
